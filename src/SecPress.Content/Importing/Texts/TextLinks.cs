using System.Text;
using System.Text.RegularExpressions;
using SecPress.Content.Importing.Blocks;

namespace SecPress.Content.Importing.Texts;

/// <summary>Turns addresses that stand in plain text into links.</summary>
internal static partial class TextLinks
{
    public static DraftText Of(string plain)
    {
        plain = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var markdown = new StringBuilder();
        var at = 0;
        foreach (Match match in Address().Matches(plain))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'', '"', '’', '”');
            var enclosed = match.Index > 0 && plain[match.Index - 1] == '<' && plain.AsSpan(match.Index + address.Length).StartsWith(">");
            var start = match.Index - (enclosed ? 1 : 0);
            markdown.Append(MarkdownEscaper.EscapeInline(plain[at..start])).Append('<').Append(address).Append('>');
            at = match.Index + address.Length + (enclosed ? 1 : 0);
        }

        markdown.Append(MarkdownEscaper.EscapeInline(plain[at..]));
        return new DraftText(plain, MarkdownEscaper.EscapeStart(markdown.ToString()));
    }

    [GeneratedRegex(@"(?<![\w/])https?://[^\s<>""`|\\^{}\[\]]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Address();
}
