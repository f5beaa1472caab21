using System.Collections.Immutable;
using SecPress.Content.Sources;
using SecPress.Model.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SecPress.Content.Yaml;

/// <summary>
/// Reads a YAML text into nodes with places. What an editor does not need and an attacker would use (anchors, aliases, tags, several
/// documents, deep nesting) is refused, so the tree is never larger than its text.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Lists and mappings in each other; front matter needs five.</summary>
    private const int MostNesting = 32;

    private readonly SourceFile file;
    private readonly int offset;
    private readonly DiagnosticBag diagnostics;
    private readonly Parser parser;
    private readonly Stack<TextSpan> open = [];

    private YamlReader(SourceFile file, int start, int end, DiagnosticBag diagnostics)
    {
        this.file = file;
        this.diagnostics = diagnostics;
        offset = start;
        parser = new Parser(new StringReader(file.Text[start..end]));
    }

    /// <summary>The mapping that a range of a file holds (empty when the text is), or null when it holds none; then the bag says why.</summary>
    public static YamlMap? ReadMap(SourceFile file, int start, int end, DiagnosticBag diagnostics)
    {
        var node = Read(file, start, end, diagnostics, out var broken);
        switch (node)
        {
            case YamlMap map:
                return map;
            case null when !broken:
                return new YamlMap(new TextSpan(start, start), []);
            case null:
                return null;
            default:
                diagnostics.Add(
                    ContentRules.WrongType,
                    file.At(node.Span),
                    $"this is {node.Kind} where keys and values should be",
                    "Write 'key: value', one a line, with a space after the colon.");
                return null;
        }
    }

    /// <summary>The node a range of a file holds; null when it is empty or broken.</summary>
    public static YamlNode? Read(SourceFile file, int start, int end, DiagnosticBag diagnostics, out bool broken)
    {
        var reader = new YamlReader(file, start, end, diagnostics);
        try
        {
            var node = reader.ReadDocument();
            broken = false;
            return node;
        }
        catch (RefusedException refused)
        {
            diagnostics.Add(ContentRules.UnsupportedYaml, file.At(refused.At), refused.Message, refused.Mend);
        }
        catch (YamlException exception)
        {
            diagnostics.Add(YamlFault.Explain(file, start, end, reader.open, exception.Message, start + (int)exception.Start.Index));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner leaves by such exceptions when a bracket is still open where a new key starts.
            diagnostics.Add(YamlFault.Explain(file, start, end, reader.open, "", reader.SpanOf(reader.parser.Current).End));
        }

        broken = true;
        return null;
    }

    private YamlNode? ReadDocument()
    {
        Next();
        Next();
        if (parser.Current is StreamEnd)
        {
            return null;
        }

        Next();
        var root = ReadNode();
        if (parser.Current is not DocumentEnd)
        {
            Next();
        }

        Next();
        if (parser.Current is DocumentStart)
        {
            throw new RefusedException(
                SpanOf(parser.Current), "a second YAML document starts here", "Keep everything in one; take the line of dashes out.");
        }

        return root is YamlScalar { IsNull: true } ? null : root;
    }

    private YamlNode ReadNode()
    {
        var current = parser.Current!;
        switch (current)
        {
            case AnchorAlias:
                throw new RefusedException(
                    SpanOf(current),
                    "'*' starts an alias, which is not taken",
                    "Write the value out; put it in quotes if it is to start with '*'.");
            case NodeEvent { Anchor.IsEmpty: false }:
                throw new RefusedException(
                    SpanOf(current),
                    "'&' starts an anchor, which is not taken",
                    "Take the anchor out; put the value in quotes if it is to start with '&'.");
            case NodeEvent { Tag.IsEmpty: false } tagged when !tagged.Tag.IsNonSpecific:
                throw new RefusedException(
                    SpanOf(current),
                    "'!' starts a tag, which is not taken",
                    "Take the tag out; put the value in quotes if it is to start with '!'.");
            case Scalar scalar:
                var value = new YamlScalar(ScalarSpan(scalar), scalar.Value, StyleOf(scalar.Style));
                RefuseForbiddenCharacters(value);
                return value;
            case SequenceStart:
                return Nested(ReadList);
            case MappingStart:
                return Nested(ReadMapping);
            default:
                throw new InvalidOperationException($"Unexpected event {current.GetType().Name}.");
        }
    }

    private YamlNode Nested(Func<TextSpan, YamlNode> read)
    {
        var start = SpanOf(parser.Current!);
        if (open.Count == MostNesting)
        {
            throw new RefusedException(
                start, $"lists are nested more than {MostNesting} deep here", "Nothing needs so many levels; take the extra brackets or dashes out.");
        }

        open.Push(start);
        var node = read(start);
        open.Pop();
        return node;
    }

    private YamlList ReadList(TextSpan start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        for (Next(); parser.Current is not SequenceEnd; Next())
        {
            items.Add(ReadNode());
        }

        return new YamlList(new TextSpan(start.Start, EndOf(start, items.Count == 0 ? null : items[^1])), items.ToImmutable());
    }

    private YamlMap ReadMapping(TextSpan start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        for (Next(); parser.Current is not MappingEnd; Next())
        {
            if (ReadNode() is not YamlScalar key)
            {
                throw new RefusedException(start, "a key is a list here", "Write a key as one word before its colon.");
            }

            Next();
            var value = ReadNode();
            if (keys.TryAdd(key.Value, key.Span))
            {
                entries.Add(new YamlEntry(key, value));
            }
            else
            {
                diagnostics.Add(
                    ContentRules.DuplicateKey,
                    file.At(key.Span),
                    $"the key '{key.Value}' is given twice",
                    $"Take one of the two out; the other is on line {file.PositionOf(keys[key.Value].Start).Line}.");
            }
        }

        return new YamlMap(new TextSpan(start.Start, EndOf(start, entries.Count == 0 ? null : entries[^1].Value)), entries.ToImmutable());
    }

    // A block's own end mark is where the next token starts, lines further on.
    private int EndOf(TextSpan start, YamlNode? last) =>
        file.Text.AsSpan(start.Start) is ['{' or '[', ..] ? SpanOf(parser.Current!).End : last?.Span.End ?? start.End;

    private void Next()
    {
        if (!parser.MoveNext())
        {
            throw new InvalidOperationException("The YAML ends early.");
        }
    }

    private void RefuseForbiddenCharacters(YamlScalar scalar)
    {
        // Written out in the file they were found already; here they come from an escape such as "\u0001".
        if (scalar.Style == YamlStyle.DoubleQuoted && ForbiddenCharacters.Find(scalar.Value) is var at and >= 0)
        {
            diagnostics.Add(ForbiddenCharacters.Finding(file.At(scalar.Span), scalar.Value[at]));
        }
    }

    private TextSpan ScalarSpan(Scalar scalar)
    {
        var span = SpanOf(scalar);
        // A block scalar's end mark stands after its last line break.
        return scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
            ? span with { End = span.Start + file.Text.AsSpan(span.Start, span.End - span.Start).TrimEnd().Length }
            : span;
    }

    private TextSpan SpanOf(ParsingEvent? current) => current is null
        ? new TextSpan(offset, offset)
        : new TextSpan(offset + (int)current.Start.Index, offset + (int)Math.Max(current.Start.Index, current.End.Index));

    private static YamlStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlStyle.Literal,
        ScalarStyle.Folded => YamlStyle.Folded,
        _ => YamlStyle.Plain,
    };

    private sealed class RefusedException(TextSpan at, string message, string mend) : Exception(message)
    {
        public TextSpan At => at;

        public string Mend => mend;
    }
}
