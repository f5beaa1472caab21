using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Model.Records;

/// <summary>A meeting or event, as the newest issue that announced it knows it.</summary>
public sealed record AgendaEvent
{
    /// <summary>Small letters, digits and hyphens; unique, and the same as long as the first issue that announced it stands.</summary>
    public required string Key { get; init; }

    public required LocalDate Date { get; init; }

    public LocalTime? Start { get; init; }

    public LocalTime? End { get; init; }

    /// <summary>When it ends; null when nobody said, or when it would take no time. One that ends before it starts ends on the next day.</summary>
    public LocalDateTime? Ends => Start is { } start && End is { } end && end != start ? Date.PlusDays(end < start ? 1 : 0).At(end) : null;

    public required string Title { get; init; }

    public Committee? Committee { get; init; }

    public int? Number { get; init; }

    public string? Location { get; init; }

    /// <summary>Relative to the page of <see cref="LastIssue"/>.</summary>
    public Reference? Link { get; init; }

    public required Issue FirstIssue { get; init; }

    /// <summary>The newest issue that announced it, whose facts these are.</summary>
    public required Issue LastIssue { get; init; }

    /// <summary>The part of <see cref="LastIssue"/> that announced it.</summary>
    public Part Part { get; init; } = new(PartKind.Calendar, "");

    /// <summary>Rises whenever its day, time, place or name are announced anew: the <c>SEQUENCE</c> of RFC 5545, 3.8.7.4.</summary>
    public int Sequence { get; init; }

    /// <summary>When its facts last changed.</summary>
    public required LocalDate LastChanged { get; init; }
}

/// <summary>Every meeting and event, in order of time.</summary>
public sealed class Agenda
{
    private readonly FrozenDictionary<string, AgendaEvent> byKey;

    internal Agenda(ImmutableArray<AgendaEvent> events)
    {
        Events = [.. events.OrderBy(e => e.Date).ThenBy(e => e.Start ?? LocalTime.MinValue).ThenBy(e => e.Key, StringComparer.Ordinal)];
        Months = [.. Events.Select(e => e.Date.ToYearMonth()).Distinct()];
        byKey = events.ToFrozenDictionary(e => e.Key, StringComparer.Ordinal);
    }

    public ImmutableArray<AgendaEvent> Events { get; }

    /// <summary>Months that have an event, oldest first.</summary>
    public ImmutableArray<YearMonth> Months { get; }

    public AgendaEvent? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>From a day on, that day included, soonest first.</summary>
    public IEnumerable<AgendaEvent> From(LocalDate day) => Events.SkipWhile(e => e.Date < day);

    /// <summary>Before a day, latest first.</summary>
    public IEnumerable<AgendaEvent> Before(LocalDate day) => Events.TakeWhile(e => e.Date < day).Reverse();
}
