using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Tests.Model.Records;

/// <summary>What holds for records whatever the issues say: few names and days, so that chance brings the same ones together.</summary>
public sealed class RecordsPropertyTests
{
    private static readonly LocalDate First = new(2017, 1, 1);

    private static readonly ImmutableArray<Committee> Committees =
        [new Committee("panel", "The Panel", "Panel", "FREQ=MONTHLY;BYDAY=2FR"), new Committee("ssc", "Security Sub-Committee", "SSC", null)];

    private static readonly Register Register = new(
        "mods", null, "MOD[- ]?[0-9]", [new RegisterEvent("raised", null, EntryState.Open), new RegisterEvent("done", null, EntryState.Done)]);

    private static readonly Gen<LocalDate> Days = Gen.Int[0, 200].Select(d => First.PlusDays(d));

    private static readonly Gen<LocalDate?> MaybeDays = Gen.Select(Gen.Bool, Days, (given, day) => given ? day : (LocalDate?)null);

    private static readonly Gen<string> Titles = OneOf("Meeting", "MOD1: open", "MOD-1 and MOD 2", "…", new string('w', 300), "con");

    private static readonly Gen<CalendarEntry> Entries = Gen.Select(
        Days, Gen.Int[0, 2], Gen.Int[0, 3], Titles, Gen.Int[0, 2], (date, committee, number, title, hour) => new CalendarEntry(
            date,
            hour == 0 ? null : new LocalTime(9 + hour, 0),
            hour == 2 ? new LocalTime(12, 0) : null,
            title,
            committee == 0 ? null : Committees[committee - 1],
            committee == 0 || number == 0 ? null : number,
            null,
            null,
            TextSpan.None));

    private static readonly Gen<Consultation> Consultations = Gen.Select(
        Titles, MaybeDays, MaybeDays, Gen.Int[0, 3], (title, opened, closes, status) =>
            new Consultation(title, "BEIS", opened, closes, null, status == 0 ? null : (ConsultationStatus)(status - 1), TextSpan.None));

    private static readonly Gen<ModificationStep> Steps = Gen.Select(
        OneOf("MOD1", "MOD-1", "MOD 2"), OneOf("raised", "done", "unknown"), MaybeDays, (id, name, date) =>
            new ModificationStep(id, "mods", null, name, date, null, null, TextSpan.None));

    private static readonly Gen<Decision> Decisions = Gen.Select(
        OneOf<string?>(null, "MOD1", "MOD 2", "else"), MaybeDays, MaybeDays, (about, date, ends) =>
            new Decision("panel", "The Panel", date, "approved", about, ends is null ? null : new Referral(null, ends, TextSpan.None), TextSpan.None));

    private static readonly Gen<CommitteeUpdate> Updates = Gen.Select(Gen.Int[0, 1], MaybeDays, Days, (committee, met, next) => new CommitteeUpdate
    {
        Committee = Committees[committee],
        Met = met,
        Next = [new NextMeeting(next, "", TextSpan.None)],
    });

    private static readonly Gen<ImmutableArray<Issue>> Issues = Gen.Select(
        Days, Entries.Array[0, 4], Consultations.Array[0, 2], Steps.Array[0, 2], Decisions.Array[0, 2], Updates.Array[0, 1], Gen.Bool,
        (sent, calendar, consultations, steps, decisions, updates, revised) => ModelBuilder.Issue("x", sent) with
        {
            Calendar = [.. calendar],
            Consultations = [.. consultations],
            Modifications = [.. steps],
            Decisions = [.. decisions],
            Committees = [.. updates],
            KeyDates = [new KeyDate(sent, new InlineText(ModelBuilder.Text("A day"), TextSpan.None), TextSpan.None)],
            Revisions = revised ? [new Revision(sent.PlusDays(3), "mended", [], TextSpan.None)] : [],
        }).Array[1, 8].Select(issues => issues.Select((issue, i) => Named(issue, $"issue-{i}")).ToImmutableArray());

    [Fact]
    public void The_order_in_which_issues_are_read_does_not_matter() =>
        Gen.Select(Issues, Gen.Int).Sample((issues, seed) =>
        {
            var shuffled = issues.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Describe(Records(issues)) == Describe(Records([.. shuffled]));
        });

    [Fact]
    public void A_later_issue_changes_no_key_of_an_earlier_one() => Issues.Sample(issues =>
    {
        var last = issues.OrderBy(i => i.Sent).ThenByDescending(i => i.Slug, StringComparer.Ordinal).Last();
        var (before, after) = (Records(issues.Remove(last)), Records(issues));
        return before.Agenda.Events.All(e => after.Agenda.Find(e.Key)?.FirstIssue.Slug == e.FirstIssue.Slug)
            && !before.Deadlines.Select(d => d.Key).Except(after.Deadlines.Select(d => d.Key)).Any()
            && before.Registers.SelectMany(r => r.Entries).All(e => after.FindEntry("mods", e.Id) is not null);
    });

    [Fact]
    public void Sequences_never_fall() => Issues.Sample(issues =>
    {
        var last = issues.OrderBy(i => i.Sent).ThenByDescending(i => i.Slug, StringComparer.Ordinal).Last();
        var (before, after) = (Records(issues.Remove(last)), Records(issues));
        return before.Agenda.Events.All(e => after.Agenda.Find(e.Key)!.Sequence >= e.Sequence && after.Agenda.Find(e.Key)!.LastChanged >= e.LastChanged)
            && before.Deadlines.All(d => after.Deadlines.Single(a => a.Key == d.Key).Sequence >= d.Sequence);
    });

    [Fact]
    public void Keys_are_unique_and_fit_in_the_name_of_a_file() => Issues.Sample(issues =>
    {
        var records = Records(issues);
        var keys = records.Agenda.Events.Select(e => e.Key).ToList();
        return keys.Distinct().Count() == keys.Count && keys.All(k => k.Length is > 0 and < 80 && Slug.From(k) == k);
    });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Issue Named(Issue issue, string slug) =>
        issue with { Slug = slug, Title = slug, Source = new SourceFile($"content/issues/{slug}.md", "") };

    private static PublicationRecords Records(ImmutableArray<Issue> issues)
    {
        var site = ModelBuilder.Site([.. issues]);
        site = site with { Settings = site.Settings with { Committees = Committees, Registers = [Register] } };
        return ModelBuilder.Assemble(site, out _, future: true).Records;
    }

    private static string Describe(PublicationRecords records) => string.Join('\n',
    [
        .. records.Agenda.Events.Select(e => $"{e.Key} {e.Date} {e.Start} {e.End} {e.Title} {e.Committee?.Id} {e.Number} {e.FirstIssue.Slug} {e.LastIssue.Slug} {e.Part} {e.Sequence} {e.LastChanged}"),
        .. records.Deadlines.Select(d => $"{d.GetType().Name} {d.Key} {d.Date} {d.State} {d.Issue.Slug} {d.Sequence} {d.LastChanged}"),
        .. records.Registers.SelectMany(r => r.Entries).Select(e => $"{e.Id} {e.State} {string.Join(',', e.Timeline.Select(t => $"{t.GetType().Name} {t.Date} {t.Issue.Slug}"))}"),
        .. records.Committees.Select(c => $"{c.Committee.Id} {string.Join(',', c.Updates.Select(u => u.Issue.Slug))} {string.Join(',', c.Meetings.Select(m => m.Key))} {string.Join(',', c.Expected)}"),
    ]);
}
