using System.Collections.Frozen;
using System.Text;

namespace SecPress.Checks.Editorial;

/// <summary>Words that say nothing about where a link goes when they are all of it (WCAG 2.2, failure F84).</summary>
internal static class VagueTexts
{
    private static readonly FrozenSet<string> English = FrozenSet.Create(
        StringComparer.Ordinal,
        "here", "click here", "click", "click this", "click this link", "see here", "over here", "right here", "link here", "just here", "found here",
        "read here", "this", "this link", "the link", "link", "links", "more", "read more", "see more", "learn more", "find out more", "more info",
        "more information", "more details", "more here", "read more here", "continue", "continue reading", "this one", "it");

    private static readonly FrozenSet<string> French = FrozenSet.Create(
        StringComparer.Ordinal,
        "ici", "cliquez ici", "cliquer ici", "par ici", "lien", "ce lien", "le lien", "lire la suite", "la suite", "suite", "en savoir plus",
        "plus", "plus d’informations", "voir plus", "voir ici");

    private static readonly FrozenSet<string> German = FrozenSet.Create(
        StringComparer.Ordinal,
        "hier", "hier klicken", "klicken sie hier", "klick hier", "link", "dieser link", "mehr", "mehr dazu", "mehr erfahren", "mehr lesen", "weiter",
        "weiterlesen", "weitere informationen");

    private static readonly FrozenSet<string> Spanish = FrozenSet.Create(
        StringComparer.Ordinal,
        "aquí", "haga clic aquí", "haz clic aquí", "pulse aquí", "enlace", "este enlace", "más", "leer más", "saber más", "ver más", "más información");

    /// <param name="text">The whole text of a link.</param>
    /// <param name="language">A BCP 47 tag. English is looked for in every language, since templates and habits bring it along.</param>
    public static bool Contains(string text, string language)
    {
        var words = Plain(text);
        return English.Contains(words) || language.Split('-')[0] switch
        {
            "fr" => French.Contains(words),
            "de" => German.Contains(words),
            "es" => Spanish.Contains(words),
            _ => false,
        };
    }

    /// <summary>Small letters and single spaces alone; signs around the words and arrows say nothing.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c is '\'' or '’')
            {
                plain.Append('’');
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
