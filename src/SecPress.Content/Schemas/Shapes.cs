using System.Collections.Immutable;

namespace SecPress.Content.Schemas;

/// <summary>Shapes that several definitions share.</summary>
internal static class Shapes
{
    public static readonly TextShape Text = new(Formats.Any);
    public static readonly TextShape Line = new(Formats.Line);
    public static readonly TextShape Markdown = new(Formats.Markdown);
    public static readonly TextShape Link = new(Formats.Link);
    public static readonly TextShape Id = new(Formats.Id);
    public static readonly DateShape Date = new(WithTime: false);
    public static readonly DateShape DateTime = new(WithTime: true);
    public static readonly TimeShape Time = new();
    public static readonly BooleanShape Boolean = new();
    public static readonly IntegerShape Count = new(0, int.MaxValue);
    public static readonly IntegerShape Port = new(1, 65535);

    /// <summary>A link by itself, or with its words: <c>{ text: …, link: … }</c>.</summary>
    public static readonly EitherShape TitledLink = new(Link, Map(
        new Field("text", Line, "The words of the link.") { OtherNames = ["title"] },
        new Field("link", Link, "Where it leads.") { Required = true, OtherNames = ["url"] }));

    public static readonly ListShape Committees = new(Map(
        new Field("id", Id, "The name other places use for it.") { Required = true },
        new Field("name", Line, "Its full name.") { Required = true },
        new Field("short", Line, "Its short name.") { Default = "the full name" },
        new Field("meets", new TextShape(Formats.Recurrence), "When it meets, as an iCalendar recurrence rule (FREQ, INTERVAL, BYDAY, BYMONTHDAY).")));

    public static readonly ListShape Registers = new(Map(
        new Field("id", Id, "The name other places use for it.") { Required = true },
        new Field("pattern", new TextShape(Formats.Regex), "A regular expression for the ids in it, such as SECMP\\d{4}.") { Required = true },
        new Field("name", Line, "What the register is called.") { Default = "its id" },
        new Field("events", new ListShape(new EitherShape(Id, Map(
            new Field("id", Id, "The name other places use for it.") { Required = true },
            new Field("name", Line, "What readers see.") { Default = "the label event.ID" },
            new Field("state", new ChoiceShape(["open", "done", "stopped"]), "Where an entry stands after it.") { Default = "open" }))),
            "The steps in the life of an entry, in order.")));

    public static readonly ListShape Series = new(Map(
        new Field("id", Id, "The name issues use for it.") { Required = true },
        new Field("name", Line, "What readers see.") { Required = true },
        new Field("description", Line, "One sentence about it.")));

    /// <summary>A term by itself, or with spellings that the house does not want.</summary>
    public static readonly EitherShape Term = new(Line, Map(
        new Field("term", Line, "The term as the house spells it.") { Required = true },
        new Field("not", new ListShape(Line), "Other words for it, or spellings of it, that the house does not want.")));

    public static readonly TableShape Acronyms = new(Line);

    public static MapShape Map(params ImmutableArray<Field> fields) => new(fields);
}
