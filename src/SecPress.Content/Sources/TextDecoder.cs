using System.Buffers;
using System.Text;
using System.Text.Unicode;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Sources;

/// <summary>Turns the bytes of a file into text.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Utf8Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text without its byte order mark; null, with a finding, when the bytes are not UTF-8 or hold a forbidden character.</summary>
    public static SourceFile? Decode(string path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        var chars = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false);
            if (status != OperationStatus.Done)
            {
                // The text with replacement characters is there to show the line.
                var shown = new SourceFile(path, Utf8Encoding.GetString(bytes));
                diagnostics.Add(
                    ContentRules.NotUtf8,
                    shown.At(written, written + 1),
                    $"this is not UTF-8: the byte 0x{bytes[read]:X2} stands here",
                    "Save the file as UTF-8 in your editor.");
                return null;
            }

            var file = new SourceFile(path, new string(chars, 0, written));
            var forbidden = ForbiddenCharacters.FindingsIn(file);
            forbidden.ForEach(diagnostics.Add);
            return forbidden.Count == 0 ? file : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }
}
