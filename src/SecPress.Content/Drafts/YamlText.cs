using NodaTime;
using NodaTime.Text;

namespace SecPress.Content.Drafts;

/// <summary>Values as they are written in YAML, so that they read back as they were, inside brackets too.</summary>
internal static class YamlText
{
    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Of(LocalTime time) => $"\"{Digits(time)}\"";

    public static string Digits(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";

    /// <summary>Plain where nothing in it could mean something else, or else in single quotes.</summary>
    public static string Of(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return IsPlain(text) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsLetter(text[0])
        && text[^1] != ' '
        && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '–' or '’' or '.' or '(' or ')' or '/' or '_')
        && text is not ("null" or "true" or "false");
}
