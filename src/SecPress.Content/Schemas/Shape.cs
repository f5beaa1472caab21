using System.Collections.Immutable;

namespace SecPress.Content.Schemas;

/// <summary>
/// What a value must look like. One set of shapes validates what editors write and describes it to their programs, so the two cannot
/// disagree.
/// </summary>
public abstract record Shape
{
    private protected Shape()
    {
    }

    /// <summary>"a date", "a list": for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>One line of text or more, of some format.</summary>
public sealed record TextShape(TextFormat Format) : Shape
{
    public override string Kind => Format.Kind;
}

/// <summary>A rule for a text.</summary>
/// <param name="Name">Its name in a JSON Schema's <c>format</c>, or null.</param>
/// <param name="Kind">"a colour": for messages.</param>
/// <param name="Example">A good one, for messages; empty when any text is.</param>
/// <param name="Accepts">Whether a text follows it.</param>
public sealed record TextFormat(string? Name, string Kind, string Example, Func<string, bool> Accepts)
{
    /// <summary>
    /// A regular expression of ECMA-262 that matches every text it accepts and as few others as one can tell, for editors' programs;
    /// null when any text is accepted.
    /// </summary>
    public string? Pattern { get; init; }
}

/// <summary>A whole number.</summary>
public sealed record IntegerShape(int Least, int Most) : Shape
{
    public override string Kind => "a whole number";
}

public sealed record BooleanShape : Shape
{
    public override string Kind => "true or false";
}

/// <summary>A day of the calendar as yyyy-mm-dd, with THH:mm behind it where <c>WithTime</c> allows it.</summary>
public sealed record DateShape(bool WithTime) : Shape
{
    public override string Kind => "a date";
}

/// <summary>A time of day as HH:mm.</summary>
public sealed record TimeShape : Shape
{
    public override string Kind => "a time";
}

/// <summary>One of some words.</summary>
public sealed record ChoiceShape(ImmutableArray<string> Values) : Shape
{
    public override string Kind => Values.Length == 2 ? $"{Values[0]} or {Values[1]}" : "one of " + string.Join(", ", Values);
}

public sealed record ListShape(Shape Item) : Shape
{
    public override string Kind => "a list";
}

/// <summary>Keys of an editor's choosing, each with a value of one shape.</summary>
public sealed record TableShape(Shape Value) : Shape
{
    public override string Kind => "keys with values";
}

/// <summary>Labels: texts under keys that may be nested to any depth.</summary>
public sealed record TreeShape : Shape
{
    public override string Kind => "keys with values";
}

/// <summary>Known keys, each with its own shape; any other key is refused.</summary>
public sealed record MapShape(ImmutableArray<Field> Fields) : Shape
{
    public override string Kind => "keys with values";

    public Field? Find(string key) => Fields.FirstOrDefault(f => f.Key == key || f.OtherNames.Contains(key));
}

/// <summary>A short form and a long form of the same: <c>2017-06-30</c>, or <c>{ date: 2017-06-30, purpose: … }</c>.</summary>
public sealed record EitherShape(Shape Short, MapShape Long) : Shape
{
    public override string Kind => Short.Kind;
}

/// <summary>A key of a mapping.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Description">What it is for: one sentence, shown by editors' programs.</param>
public sealed record Field(string Key, Shape Shape, string Description)
{
    public bool Required { get; init; }

    /// <summary>What holds when it is not given, as an editor would write it.</summary>
    public string? Default { get; init; }

    /// <summary>What its words name, when they are names that the site defines: of a list its entries, of a table its keys.</summary>
    public NameKind? Names { get; init; }

    /// <summary>Other names it may be written under.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>How to do without it, when the key must not be there at all because its value is a secret.</summary>
    public string? SecretMend { get; init; }
}

/// <summary>Names that are known only within a site.</summary>
public enum NameKind
{
    Committee,
    Colour,
    Event,
    Stream,
    Series,
    TimeZone,

    /// <summary>The code of a rule.</summary>
    Rule,
}
