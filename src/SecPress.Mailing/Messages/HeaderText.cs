using System.Globalization;
using System.Text;
using SecPress.Model.Settings;

namespace SecPress.Mailing.Messages;

/// <summary>
/// Writes header fields: ASCII, folded at 78 columns (RFC 5322 §2.2.3), what is not ASCII as encoded words (RFC 2047). Control
/// characters never get in, so that no name can start a header of its own.
/// </summary>
internal sealed class HeaderText
{
    private const int LongestLine = 78;
    private const int LongestEncodedWord = 75;
    private const string EncodedStart = "=?utf-8?q?";
    private const string EncodedEnd = "?=";

    private readonly StringBuilder text = new();
    private int column;

    /// <summary>Words of a person, such as a subject.</summary>
    public HeaderText Unstructured(string name, string value) => Field(name, Words(Clean(value), Encode));

    /// <summary>A name and address. <paramref name="utf8"/> lets a local part beyond ASCII stand as it is (RFC 6532).</summary>
    public HeaderText Mailbox(string name, Mailbox mailbox, bool utf8 = false)
    {
        var address = Clean(mailbox.Address);
        if (!utf8 && !Ascii.IsValid(address))
        {
            throw new ArgumentException($"The address {address} is not ASCII.", nameof(mailbox));
        }

        var phrase = Clean(mailbox.Name);
        return phrase.Length == 0
            ? Field(name, [address])
            : Field(name, [.. Words(phrase, Encode, QuoteIfNeeded), $"<{address}>"]);
    }

    /// <summary>A name and an identifier in brackets (RFC 2919).</summary>
    public HeaderText Identified(string name, string phrase, string id) =>
        Field(name, [.. Words(Clean(phrase), Encode, QuoteIfNeeded), $"<{Clean(id)}>"]);

    /// <summary>Tokens that hold no space, folded between each other only.</summary>
    public HeaderText Tokens(string name, params ReadOnlySpan<string> tokens) => Field(name, [.. tokens]);

    public override string ToString() => text.ToString();

    /// <summary>One line without control characters, direction marks or runs of white space.</summary>
    public static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (IsKept(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd();
    }

    // Direction marks can make a name read as another's; the two joiners are part of how some scripts are spelt.
    private static bool IsKept(Rune rune) =>
        rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    private HeaderText Field(string name, IReadOnlyList<string> words)
    {
        text.Append(name).Append(':');
        column = name.Length + 1;
        for (var i = 0; i < words.Count; i++)
        {
            // A field's first line may not be empty (RFC 5322 §3.2.2 allows it, but servers have lost such fields).
            if (i > 0 && column + 1 + words[i].Length > LongestLine)
            {
                text.Append("\r\n");
                column = 0;
            }

            text.Append(' ').Append(words[i]);
            column += 1 + words[i].Length;
        }

        text.Append("\r\n");
        return this;
    }

    private static IReadOnlyList<string> Words(
        string value, Func<string, IReadOnlyList<string>> encode, Func<string, string>? quote = null)
    {
        var plain = Ascii.IsValid(value) && !value.Contains("=?", StringComparison.Ordinal);
        var quoted = plain && quote is not null ? quote(value) : value;
        var words = quoted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return plain && words.All(w => w.Length <= LongestEncodedWord - EncodedStart.Length) ? words : encode(value);
    }

    private static string QuoteIfNeeded(string phrase) =>
        phrase.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ' || "!#$%&'*+-/=?^_`{|}~".Contains(c))
            ? phrase
            : $"\"{phrase.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Encoded words that hold whole characters; only what RFC 2047 §5 (3) allows in a phrase stands for itself.</summary>
    private static List<string> Encode(string value)
    {
        var words = new List<string>();
        var word = new StringBuilder(EncodedStart);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var unit = new StringBuilder();
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "!*+-/".Contains((char)rune.Value)))
            {
                unit.Append((char)rune.Value);
            }
            else if (rune.Value == ' ')
            {
                unit.Append('_');
            }
            else
            {
                foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    unit.Append('=').Append(b.ToString("X2"));
                }
            }

            // The field's name shares the first line with the first word.
            var room = words.Count == 0 ? LongestEncodedWord - 16 : LongestEncodedWord;
            if (word.Length + unit.Length + EncodedEnd.Length > room)
            {
                words.Add(word.Append(EncodedEnd).ToString());
                word.Clear().Append(EncodedStart);
            }

            word.Append(unit);
        }

        words.Add(word.Append(EncodedEnd).ToString());
        return words;
    }
}
