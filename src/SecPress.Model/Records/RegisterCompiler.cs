using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>Gathers the entries of one register out of all issues.</summary>
internal sealed class RegisterCompiler
{
    private readonly Register register;
    private readonly Dictionary<string, Gathering> entries = new(StringComparer.Ordinal);
    private readonly IdPattern? pattern;

    private RegisterCompiler(Register register)
    {
        this.register = register;
        pattern = IdPattern.Parse(register.Pattern);
    }

    private sealed class Gathering
    {
        public string? Title { get; set; }

        public (Issue, Reference)? Link { get; set; }

        public List<TimelineItem> Timeline { get; } = [];

        /// <summary>What was told, by event and day.</summary>
        public HashSet<(string Event, LocalDate Date)> Told { get; } = [];

        public string? LastTold { get; set; }

        /// <summary>The sections of each issue, oldest issue first.</summary>
        public List<IReadOnlyList<Section>> Mentions { get; } = [];
    }

    /// <param name="register">The register.</param>
    /// <param name="readings">Every issue with what it speaks of, oldest first.</param>
    public static RegisterRecord Compile(Register register, IReadOnlyList<(Issue Issue, IssueReading Reading)> readings)
    {
        var compiler = new RegisterCompiler(register);
        foreach (var (issue, reading) in readings)
        {
            compiler.Read(issue, reading);
        }

        return new RegisterRecord(
            register,
            compiler.pattern,
            [.. compiler.entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => compiler.Entry(e.Key, e.Value))]);
    }

    private void Read(Issue issue, IssueReading reading)
    {
        foreach (var step in issue.Modifications.Where(m => m.RegisterId == register.Id))
        {
            var entry = Of(step.Id);
            entry.Title = step.Title ?? entry.Title;
            entry.Link = step.Link is { } link ? (issue, link) : entry.Link;
            AddUnlessTold(entry, new StepItem(step.Date ?? issue.Sent, issue, step), step.Date is not null);
        }

        foreach (var decision in issue.Decisions.Where(d => d.RefersTo is { } id && pattern?.IsId(id) == true))
        {
            Of(decision.RefersTo!).Timeline.Add(new DecisionItem(decision.Date ?? issue.Sent, issue, decision));
        }

        foreach (var consultation in issue.Consultations)
        {
            foreach (var id in RegisterRecord.IdsIn(consultation.Title, pattern))
            {
                AddUnlessTold(Of(id), new ConsultationItem(consultation.Opened ?? issue.Sent, issue, consultation));
            }
        }

        foreach (var (registerId, id, sections) in reading.Mentions)
        {
            if (registerId == register.Id)
            {
                Of(id).Mentions.Add(sections);
            }
        }
    }

    // An issue often repeats where a proposal stands: the step is told once, by the issue that told it first.
    private static void AddUnlessTold(Gathering entry, StepItem item, bool dated)
    {
        var (name, date) = (item.Step.Event, item.Date);
        if (dated ? entry.Told.Contains((name, date)) : entry.LastTold == name)
        {
            return;
        }

        entry.Told.Add((name, date));
        entry.LastTold = name;
        entry.Timeline.Add(item);
    }

    private static void AddUnlessTold(Gathering entry, ConsultationItem item)
    {
        var at = entry.Timeline.FindIndex(i => i is ConsultationItem c && c.Consultation.Title == item.Consultation.Title && c.Consultation.Issuer == item.Consultation.Issuer);
        if (at < 0)
        {
            entry.Timeline.Add(item);
        }
        else if (entry.Timeline[at].Issue != item.Issue)
        {
            // The later issue knows its closing date and its state better; it opened when the first said it did.
            entry.Timeline[at] = item with { Date = entry.Timeline[at].Date };
        }
    }

    private RegisterEntry Entry(string id, Gathering gathered) => new()
    {
        Register = register,
        Id = id,
        Title = gathered.Title,
        Link = gathered.Link,
        Timeline = [.. gathered.Timeline.OrderBy(t => t.Date).ThenBy(OrderInLife)],
        Mentions = [.. gathered.Mentions.AsEnumerable().Reverse().SelectMany(s => s)],
    };

    // On one day a consultation opens because of a step, and a decision follows from one.
    private int OrderInLife(TimelineItem item) => item switch
    {
        StepItem { Step.Event: var name } => register.Events.Select((e, i) => e.Id == name ? i : -1).DefaultIfEmpty(-1).Max(),
        ConsultationItem => register.Events.Length,
        _ => register.Events.Length + 1,
    };

    private Gathering Of(string id)
    {
        if (!entries.TryGetValue(id, out var entry))
        {
            entries.Add(id, entry = new Gathering());
        }

        return entry;
    }
}
