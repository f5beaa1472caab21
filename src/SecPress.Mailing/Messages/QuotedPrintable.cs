using System.Text;

namespace SecPress.Mailing.Messages;

/// <summary>
/// Quoted-printable by RFC 2045 §6.7, for text in UTF-8: 7-bit, lines of at most 76 octets, CRLF. A stretch may be encoded by itself
/// and set between others, because it begins and ends with a soft line break where it does not end a line.
/// </summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;
    private static ReadOnlySpan<byte> SoftBreak => "=\r\n"u8;

    /// <summary>Appends a text that starts at the beginning of a line, and leaves the output at the beginning of one.</summary>
    /// <param name="text">Lines end in LF or CRLF.</param>
    /// <param name="output">Where to.</param>
    public static void Append(string text, MemoryStream output)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '\n')
            {
                output.Write("\r\n"u8);
                column = 0;
                continue;
            }

            var atLineEnd = i + 1 < bytes.Length && bytes[i + 1] == '\n';
            var literal = b is > 32 and < 127 and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !atLineEnd);
            var width = literal ? 1 : 3;

            // The last column belongs to a soft break, unless the line ends by itself.
            if (column + width > (atLineEnd ? LongestLine : LongestLine - 1))
            {
                output.Write(SoftBreak);
                column = 0;
            }

            if (literal)
            {
                output.WriteByte(b);
            }
            else
            {
                output.WriteByte((byte)'=');
                output.WriteByte(Hex[b >> 4]);
                output.WriteByte(Hex[b & 15]);
            }

            column += width;
        }

        if (column > 0)
        {
            output.Write(SoftBreak);
        }
    }
}
