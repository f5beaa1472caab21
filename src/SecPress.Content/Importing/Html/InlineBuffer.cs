using System.Text;
using SecPress.Content.Importing.Blocks;

namespace SecPress.Content.Importing.Html;

/// <summary>Running text being read: as plain words and as Markdown, with white space as HTML has it (CSS Text 3, 4.1).</summary>
internal sealed class InlineBuffer
{
    private readonly StringBuilder plain = new();
    private readonly StringBuilder markdown = new();
    private bool pendingSpace;
    private bool endsWithMark;

    /// <summary>Whether all the words so far were bold, and the largest and smallest of their sizes.</summary>
    public bool AllBold { get; private set; } = true;

    public double Size { get; private set; } = double.MaxValue;

    public bool IsEmpty => plain.Length == 0 && markdown.Length == 0;

    public void Text(string text, HtmlStyle style)
    {
        foreach (var part in Pieces(text))
        {
            if (part.Length == 0)
            {
                pendingSpace = plain.Length > 0 || markdown.Length > 0;
                continue;
            }

            Words(part, style);
        }
    }

    public void LineBreak()
    {
        if (markdown.Length > 0)
        {
            plain.Append('\n');
            markdown.Append("\\\n");
        }

        (pendingSpace, endsWithMark) = (false, false);
    }

    /// <summary>Something ready made: a link, a picture, emphasis with what is in it.</summary>
    public void Raw(string words, string written, HtmlStyle style, bool isMark)
    {
        var parted = Space();
        if (isMark && !parted && markdown.Length > 0 && char.IsLetterOrDigit(markdown[^1]) && words.Length > 0 && !char.IsLetterOrDigit(words[0]))
        {
            markdown.Append(' ');
        }

        plain.Append(words);
        markdown.Append(written);
        endsWithMark = isMark && words.Length > 0 && !char.IsLetterOrDigit(words[^1]);
        Note(style, words);
    }

    public void AppendSpaceAfter() => pendingSpace = true;

    /// <summary>What was read, without the breaks at its ends.</summary>
    public DraftText Take()
    {
        var written = markdown.ToString().TrimEnd(' ');
        while (written.EndsWith("\\\n", StringComparison.Ordinal))
        {
            written = written[..^2].TrimEnd(' ');
        }

        var lines = written.Trim().Split('\n').Select(MarkdownEscaper.EscapeStart);
        return new DraftText(plain.ToString().Trim(), string.Join('\n', lines));
    }

    private void Words(string part, HtmlStyle style)
    {
        var parted = Space();
        if (endsWithMark && !parted && char.IsLetterOrDigit(part[0]))
        {
            markdown.Append(' ');
        }

        endsWithMark = false;
        plain.Append(part);
        markdown.Append(MarkdownEscaper.EscapeInline(part));
        Note(style, part);
    }

    private void Note(HtmlStyle style, string words)
    {
        if (words.AsSpan().Trim().Length > 0)
        {
            AllBold &= style.Bold;
            Size = Math.Min(Size, style.Size);
        }
    }

    private bool Space()
    {
        var parted = pendingSpace;
        if (pendingSpace)
        {
            plain.Append(' ');
            if (markdown.Length > 0 && markdown[^1] != '\n')
            {
                markdown.Append(' ');
            }
        }

        pendingSpace = false;
        return parted;
    }

    // Words, and an empty piece for each run of white space.
    private static IEnumerable<string> Pieces(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var end = at;
            while (end < text.Length && !IsSpace(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                yield return text[at..end];
            }

            at = end;
            while (at < text.Length && IsSpace(text[at]))
            {
                at++;
            }

            if (at > end)
            {
                yield return "";
            }
        }
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\uFEFF' or '\u00AD' or '\u034F';
}
