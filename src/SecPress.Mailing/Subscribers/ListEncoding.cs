using System.Text;
using System.Text.Unicode;

namespace SecPress.Mailing.Subscribers;

/// <summary>Tells UTF-8 from what only looks like text, before a single row is taken.</summary>
internal static class ListEncoding
{
    // Windows-1252 at 0x80 to 0x9F; from 0xA0 on it is Latin-1.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Džÿ";

    /// <summary>Why the bytes are not UTF-8, as the end of a sentence; null when they are. Leaves the stream at its beginning.</summary>
    public static string? Refuse(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        var line = 1;
        stream.Position = 0;
        for (var first = true; ; first = false)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, kept + read);
            if (first && bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                return "it is UTF-16: save it as CSV in UTF-8";
            }

            var isEnd = kept + read < buffer.Length;
            var whole = isEnd ? bytes.Length : bytes.Length - IncompleteTail(bytes);
            if (!Utf8.IsValid(bytes[..whole]))
            {
                return Describe(bytes, line);
            }

            if (bytes.Contains((byte)0))
            {
                return "it holds null bytes and is no text: save it as CSV in UTF-8";
            }

            if (isEnd)
            {
                stream.Position = 0;
                return null;
            }

            line += bytes[..whole].Count((byte)'\n');
            bytes[whole..].CopyTo(buffer);
            kept = bytes.Length - whole;
        }
    }

    /// <summary>Bytes at the end that may be the start of a character that goes on in the next block.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }

            if (b < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    private static string Describe(ReadOnlySpan<byte> bytes, int line)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        line += bytes[..at].Count((byte)'\n');
        var b = bytes[at];
        var character = b is >= 0x80 and <= 0x9F ? Windows1252[b - 0x80] : (char)b;
        var guess = char.IsControl(character) ? "" : $", which is {character} in Windows-1252";
        return $"it is not UTF-8: line {line} holds the byte 0x{b:X2}{guess}; save it as CSV in UTF-8";
    }
}
