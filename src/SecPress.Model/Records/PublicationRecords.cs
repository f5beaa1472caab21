using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Model.Records;

/// <summary>What the issues say when they are read together.</summary>
public sealed record PublicationRecords
{
    /// <summary>Registers that have an entry, in the order of the settings.</summary>
    public required ImmutableArray<RegisterRecord> Registers { get; init; }

    /// <summary>Committees that were written about, in the order of the settings.</summary>
    public required ImmutableArray<CommitteeRecord> Committees { get; init; }

    public required Agenda Agenda { get; init; }

    /// <summary>Open ones first, the soonest first; then the others, the latest first.</summary>
    public required ImmutableArray<Deadline> Deadlines { get; init; }

    public required PartyStatistics Parties { get; init; }

    /// <summary>In alphabetical order.</summary>
    public required ImmutableArray<GlossaryTerm> Glossary { get; init; }

    /// <summary>The newest year first.</summary>
    public required ImmutableArray<YearRecord> Years { get; init; }

    public required ImmutableArray<TagRecord> Tags { get; init; }

    public required ImmutableArray<SeriesRecord> Series { get; init; }

    public required RelatedIssues Related { get; init; }

    public RegisterEntry? FindEntry(string registerId, string id) =>
        Registers.FirstOrDefault(r => r.Register.Id == registerId)?.Find(id);

    /// <summary>An entry by an id alone, whichever register it is of.</summary>
    public RegisterEntry? FindEntry(string id) => Registers.Select(r => r.Find(id)).FirstOrDefault(e => e is not null);

    /// <summary>The entries that a plain text names, such as the title of a consultation.</summary>
    public IEnumerable<RegisterEntry> EntriesIn(string text) => Registers.SelectMany(r => r.EntriesIn(text));

    /// <summary>The series a published issue is a part of; null when it is of none, or not published.</summary>
    public SeriesRecord? SeriesOf(Issue issue) =>
        issue.Series is { Id: var id } ? Series.FirstOrDefault(s => s.Series.Id == id && s.Contains(issue)) : null;

    /// <summary>The days after which a page says something else because they are past.</summary>
    internal IEnumerable<LocalDate> Days =>
        Agenda.Events.Select(e => e.Date)
            .Concat(Deadlines.Where(d => d.State == DeadlineState.Open).Select(d => d.Date).OfType<LocalDate>())
            .Concat(Committees.SelectMany(c => c.Expected));

    /// <param name="site">Its settings and labels.</param>
    /// <param name="issues">Those that are published, newest first.</param>
    /// <param name="today">The day of the publication.</param>
    internal static PublicationRecords Compile(Site site, ImmutableArray<Issue> issues, LocalDate today)
    {
        var readings = issues.AsParallel().AsOrdered().Select(i => (Issue: i, Reading: IssueReading.Of(i))).Reverse().ToList();
        var oldestFirst = readings.Select(r => r.Issue).ToList();
        ImmutableArray<RegisterRecord> registers =
            [.. site.Settings.Registers.Select(r => RegisterCompiler.Compile(r, readings)).Where(r => !r.Entries.IsEmpty)];
        var agenda = new AgendaCompiler(site.Labels).Compile(oldestFirst);
        return new PublicationRecords
        {
            Registers = registers,
            Committees = [.. new CommitteeCompiler(agenda, today).Compile(site.Settings.Committees, issues).Where(c => !c.IsEmpty)],
            Agenda = agenda,
            Deadlines = new DeadlineCompiler(registers, today).Compile(oldestFirst),
            Parties = new PartyStatistics([.. oldestFirst.Where(i => i.Accessions is not null).Select(i => new PartyPoint(i, i.Accessions!))]),
            Glossary = GlossaryCompiler.Compile(site.Settings.Acronyms, readings),
            Years = YearRecord.Compile(issues),
            Tags = TagRecord.Compile(issues),
            Series = SeriesRecord.Compile(site.Settings.Series, issues),
            Related = RelatedIssues.Compile(readings),
        };
    }
}
