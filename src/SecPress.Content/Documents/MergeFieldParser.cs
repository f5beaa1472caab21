using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SecPress.Content.Documents;

/// <summary>A merge field as written: <c>[[name|Reader]]</c>; <c>Fallback</c> is null when there is none.</summary>
internal sealed class MergeFieldInline(string name, string? fallback) : LeafInline
{
    public string Name => name;

    public string? Fallback => fallback;
}

/// <summary>Reads merge fields before brackets are taken for links.</summary>
internal sealed class MergeFieldParser : InlineParser
{
    public MergeFieldParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text is not ['[', '[', ..])
        {
            return false;
        }

        var length = text[2..].IndexOfAny('[', ']', '\n');
        if (length <= 0 || text[(2 + length)..] is not [']', ']', .. var behind])
        {
            return false;
        }

        var content = text.Slice(2, length);
        var bar = content.IndexOf('|');
        var name = (bar < 0 ? content : content[..bar]).Trim();
        // Words in two brackets are text, or the text of a link, unless they can only be a field.
        if (!IsName(name) || (bar < 0 && (name is not ("name" or "email") || behind is ['(' or '[', ..])))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new MergeFieldInline(name.ToString(), bar < 0 ? null : content[(bar + 1)..].Trim().ToString())
        {
            Line = line,
            Column = column,
            Span = new SourceSpan(start, processor.GetSourcePosition(slice.Start + length + 3)),
        };
        slice.Start += length + 4;
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return name.Length > 0 && char.IsAsciiLetter(name[0]);
    }
}
