using System.Text.RegularExpressions;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Settings;

/// <summary>
/// Covers what looks like a secret in <c>site.yml</c> before anything else sees the text, so that no message, excerpt or log can
/// repeat it. The settings refuse such a key; here it only becomes unreadable.
/// </summary>
internal static partial class SecretMask
{
    /// <summary>The same text with each character of a secret replaced by an x: every position stays as it was.</summary>
    public static SourceFile Cover(SourceFile settings)
    {
        var text = settings.Text;
        text = KeyedSecret().Replace(text, CoverValue);
        text = ConnectionSecret().Replace(text, CoverValue);
        return text == settings.Text ? settings : new SourceFile(settings.Path, text);
    }

    private static string CoverValue(Match match)
    {
        var value = match.Groups["value"];
        var covered = string.Create(value.Length, value.Value, static (characters, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                characters[i] = source[i] is ' ' or '\r' or '\n' ? source[i] : 'x';
            }
        });
        return match.Value[..(value.Index - match.Index)] + covered + match.Value[(value.Index - match.Index + value.Length)..];
    }

    [GeneratedRegex(
        """["']?[\w-]*(?:password|passwd|passphrase|api-key|private-key|secret)["']?[ \t]*:[ \t]+(?:["'](?<value>[^"'\r\n]*)["']|(?<value>[|>][^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*|[^\s,}"'][^\r\n,}]*))""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyedSecret();

    [GeneratedRegex(
        """(?:\b(?:password|pwd)[ \t]*=[ \t]*(?<value>[^;"'\s]+))|(?:://[^:/\s"']+:(?<value>[^@\s"']+)@)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConnectionSecret();
}
