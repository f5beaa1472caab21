using System.Collections.Immutable;
using NodaTime;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;

namespace SecPress.Content.Schemas;

/// <summary>
/// Takes typed values out of a mapping that a <see cref="ShapeValidator"/> has looked at. What is missing or wrong reads as null: it
/// has been reported, and what else is there is still worth reading.
/// </summary>
internal readonly struct MapReader(YamlMap map, MapShape shape)
{
    public TextSpan Span => map.Span;

    public YamlNode? Node(string key)
    {
        var field = shape.Find(key) ?? throw new ArgumentException($"The shape has no key '{key}'.", nameof(key));
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == field.Key || field.OtherNames.Contains(entry.Key.Value))
            {
                return entry.Value is YamlScalar { IsNull: true } ? null : entry.Value;
            }
        }

        return null;
    }

    public YamlScalar? Scalar(string key) => Node(key) as YamlScalar;

    public TextSpan SpanOf(string key) => Node(key)?.Span ?? map.Span;

    /// <summary>A text without white space around it; null when it is missing, empty or not of its format.</summary>
    public string? Text(string key)
    {
        var format = shape.Find(key)!.Shape switch
        {
            TextShape text => text.Format,
            EitherShape { Short: TextShape text } => text.Format,
            _ => Formats.Any,
        };
        return Scalar(key) is { } scalar && format.Accepts(scalar.Value) && scalar.Value.Trim() is { Length: > 0 } value ? value : null;
    }

    public bool? Boolean(string key) => Scalar(key) is { } scalar ? Scalars.Boolean(scalar.Value) : null;

    public LocalDate? Date(string key) => Scalar(key) is { } scalar ? Scalars.Date(scalar.Value) : null;

    public LocalTime? Time(string key) => Scalar(key) is { } scalar ? Scalars.Time(scalar.Value) : null;

    public int? Integer(string key) =>
        Scalar(key) is { } scalar
        && shape.Find(key)!.Shape is IntegerShape range
        && Scalars.Integer(scalar.Value) is { } number
        && number >= range.Least
        && number <= range.Most
            ? number
            : null;

    /// <summary>The word of a choice, or its first one.</summary>
    public string Choice(string key)
    {
        var choice = (ChoiceShape)shape.Find(key)!.Shape;
        return Scalar(key) is { } scalar && choice.Values.Contains(scalar.Value) ? scalar.Value : choice.Values[0];
    }

    public MapReader? Map(string key) =>
        Node(key) is YamlMap inner && shape.Find(key)!.Shape is MapShape innerShape ? new MapReader(inner, innerShape) : null;

    /// <summary>The mapping of a value that has a short form too, where the long one is written.</summary>
    public MapReader? Long(string key) =>
        Node(key) is YamlMap inner && shape.Find(key)!.Shape is EitherShape either ? new MapReader(inner, either.Long) : null;

    /// <summary>The mappings of a list; entries of another kind are passed over.</summary>
    public IEnumerable<MapReader> Maps(string key)
    {
        if (Node(key) is not YamlList list || shape.Find(key)!.Shape is not ListShape { Item: var item })
        {
            yield break;
        }

        var itemShape = item as MapShape ?? ((EitherShape)item).Long;
        foreach (var node in list.Items.OfType<YamlMap>())
        {
            yield return new MapReader(node, itemShape);
        }
    }

    public IEnumerable<YamlScalar> ScalarsOf(string key) =>
        Node(key) is YamlList list ? list.Items.OfType<YamlScalar>().Where(s => !string.IsNullOrWhiteSpace(s.Value) && !s.IsNull) : [];

    public ImmutableArray<string> Texts(string key) => [.. ScalarsOf(key).Select(s => s.Value.Trim())];

    public Reference? Reference(string key) => Text(key) is { } url ? new Reference(url, SpanOf(key)) : null;
}
