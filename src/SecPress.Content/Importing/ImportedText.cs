using System.Text;
using System.Text.RegularExpressions;
using SecPress.Content.Sources;

namespace SecPress.Content.Importing;

/// <summary>Turns the bytes of a file of any age into text that content may hold.</summary>
internal static partial class ImportedText
{
    private const int BytesToLookForCharset = 2048;

    /// <summary>Why the bytes are no newsletter's text, to stand behind "the file"; null when they may be one.</summary>
    public static string? WhyNone(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Trim("\uFEFF \t\r\n"u8).IsEmpty)
        {
            return "is empty";
        }

        // Of the encodings of old texts only UTF-16 has the byte 0, and starts with a byte order mark.
        return !IsUtf16(bytes) && bytes.Contains((byte)0) && !System.Text.Unicode.Utf8.IsValid(bytes) ? "holds no text but a program's data" : null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>
    /// By its byte order mark, or what HTML says of itself, or as UTF-8 when it is, or else as Windows-1252. Characters that content may
    /// not hold are taken out and counted.
    /// </summary>
    public static string Decode(byte[] bytes, ImportNotes notes)
    {
        var text = Sound(bytes, notes).ReplaceLineEndings("\n");
        if (ForbiddenCharacters.Find(text) < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var line = 1;
        var (removed, firstLine) = (0, 0);
        foreach (var c in text)
        {
            line += c == '\n' ? 1 : 0;
            if (ForbiddenCharacters.Find([c]) < 0)
            {
                kept.Append(c);
            }
            else
            {
                firstLine = removed++ == 0 ? line : firstLine;
            }
        }

        notes.Look(firstLine, $"{removed} invisible control character{(removed == 1 ? "" : "s")} taken out, the first one here");
        return kept.ToString();
    }

    private static string Sound(byte[] bytes, ImportNotes notes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes.AsSpan(3));
        }

        if (IsUtf16(bytes))
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2));
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var start = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, BytesToLookForCharset)));
        var named = Charset().Match(start) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : "";
        var encoding = EncodingOf(named);
        notes.Look(0, $"read as {encoding.WebName}: it is not UTF-8; look at its accents, quotation marks and dashes");
        return encoding.GetString(bytes);
    }

    // Browsers read ISO-8859-1 and ASCII as Windows-1252 (WHATWG Encoding), and people write "utf-8" above what is not.
    private static Encoding EncodingOf(string name)
    {
        var pages = CodePagesEncodingProvider.Instance;
        return name is "" or "utf-8" or "utf8" or "iso-8859-1" or "us-ascii" or "ascii" or "latin1"
            ? pages.GetEncoding(1252)!
            : pages.GetEncoding(name) ?? pages.GetEncoding(1252)!;
    }

    [GeneratedRegex("""charset\s*=\s*["']?([\w-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Charset();
}
