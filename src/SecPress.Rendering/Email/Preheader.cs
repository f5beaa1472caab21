using SecPress.Model;
using SecPress.Model.Issues;

namespace SecPress.Rendering.Email;

/// <summary>The words that a list of messages shows beside the subject.</summary>
internal static class Preheader
{
    private const int Least = 40;
    private const int Most = 130;

    /// <summary>Fills the rest of the preview, so that no words of the message's frame run into it.</summary>
    public static readonly string Filler = string.Concat(Enumerable.Repeat("\u00A0\u200C", 80));

    /// <summary>The summary, cut at a word; when it is short, with the highlights and the date behind it.</summary>
    public static string Of(Issue issue, string site, Labels labels)
    {
        var text = issue.Summary.Trim();
        var more = issue.Highlights.Select(h => h.Text.PlainText).Append(site + ", " + labels.Date(issue.Sent)).Append(issue.Title);
        foreach (var next in more)
        {
            if (text.Length >= Least)
            {
                break;
            }

            text += text.Length == 0 ? next : " \u00B7 " + next;
        }

        return text.Length <= Most ? text : text[..(LastSpace(text) is var space and > Least ? space : SafeEnd(text))].TrimEnd(' ', ',', ';', ':', '.') + "\u2026";
    }

    private static int LastSpace(string text) => text.LastIndexOf(' ', Most - 1);

    private static int SafeEnd(string text) => char.IsHighSurrogate(text[Most - 2]) ? Most - 2 : Most - 1;
}
