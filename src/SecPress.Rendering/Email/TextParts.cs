using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SecPress.Model;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Web;

namespace SecPress.Rendering.Email;

/// <summary>The typed parts of an issue as documents, so that plain text lays them out by the same rules as what the editor wrote.</summary>
internal sealed class TextParts(Publication publication, PartNames names, Issue issue)
{
    private readonly Labels labels = publication.Labels;

    /// <param name="part">A part; one the issue does not have gives an empty document.</param>
    /// <param name="titled">Whether it gets a heading.</param>
    public Document Of(Part part, bool titled)
    {
        if (!Parts.Of(issue).Contains(part))
        {
            return Document.Empty;
        }

        if (!titled)
        {
            return new Document([.. Blocks(part)], []);
        }

        var title = names.TitleOf(part);
        return new Document(
            [new Heading(default, 2, part.Anchor, Words(title)), .. Blocks(part).Select(b => WithoutCaption(b, title))], []);
    }

    // The heading above has said it.
    private static Block WithoutCaption(Block block, string title) =>
        block is Table table && DocumentWalker.PlainText(table.Caption) == title ? table with { Caption = [] } : block;

    private IEnumerable<Block> Blocks(Part part) => part.Kind switch
    {
        PartKind.Highlights => [List(issue.Highlights.Select(Highlight))],
        PartKind.KeyDates => [Rows(
            "key-dates.title",
            ["email.column.date", "email.column.text"],
            issue.KeyDates.Select(d => Row(Words(labels.Date(d.Date)), d.Text.Content)))],
        PartKind.Consultations => [List(issue.Consultations.Select(Consultation))],
        PartKind.Modifications => [Rows(
            "modifications.title", ["email.column.id", "email.column.name", "email.column.stage"], issue.Modifications.Select(Modification))],
        PartKind.Decisions => [List(issue.Decisions.Select(Decision))],
        PartKind.Committee => Committee(issue.Committees.First(c => c.Committee.Id == part.Argument)),
        PartKind.Accessions => [Accessions(issue.Accessions!)],
        PartKind.Calendar => [Rows("calendar.title", ["calendar.date", "email.column.time", "calendar.meeting", "email.column.place"], issue.Calendar.Select(Entry))],
        PartKind.Links => [List(issue.Links.Select(l => TitledLink(l, null)))],
        PartKind.Attachments => [List(issue.Attachments.Select(l => TitledLink(l, null)))],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private ImmutableArray<Inline> Highlight(Highlight highlight) =>
        DocumentWalker.Inlines(highlight.Text.Content).Any(i => i is Link) ? highlight.Text.Content
        : SectionFinder.Find(issue, highlight) is { } heading ? [new Link(default, "#" + heading.Id, null, highlight.Text.Content)]
        : highlight.Section is { } section ? [new Link(default, section.Url, null, highlight.Text.Content)]
        : highlight.Text.Content;

    private ImmutableArray<Inline> Consultation(Consultation c)
    {
        var closed = c.Status is ConsultationStatus.Closed || (c.Status is null && c.Closes < issue.Sent);
        var status = c.Status is ConsultationStatus.Withdrawn ? "withdrawn" : closed ? "closed" : "open";
        return [
            .. Linked(c.Title, c.Link),
            .. Words(". " + Sentence(
                labels["consultations.status." + status],
                c.Issuer.Length > 0 ? labels.Format("consultations.issuer", c.Issuer) : "",
                c.Opened is { } opened ? labels.Format("consultations.opened", labels.Date(opened)) : "",
                c.Closes is { } closes
                    ? labels.Format(closed ? "consultations.closed" : "consultations.closes", labels.Date(closes))
                    : labels["consultations.no-date"])),
        ];
    }

    private ImmutableArray<TableCell> Modification(ModificationStep m) => Row(
        Linked(m.Id, m.Link),
        Words(m.Title ?? ""),
        Words(Sentence(
            Names.OfEvent(labels, publication.Settings.FindRegister(m.RegisterId), m.Event),
            m.Date is { } date ? labels.Date(date) : "",
            string.IsNullOrEmpty(m.By) ? "" : labels.Format("modifications.by", m.By))));

    private ImmutableArray<Inline> Decision(Decision d) => Words(Sentence(
        labels.Format("colon", d.BodyName, Names.OfOutcome(labels, d.Outcome)),
        string.IsNullOrEmpty(d.RefersTo) ? "" : labels.Format("email.refers-to", d.RefersTo),
        d.Date is { } date ? labels.Date(date) : "",
        Referral(d.Referral)));

    private string Referral(Referral? referral)
    {
        var deadline = referral?.Deadline is { } date ? labels.Date(date) : null;
        return referral?.WorkingDays is { } days
            ? labels.Plural("decisions.referral.days", days)
                + (deadline is null ? "" : " " + labels.Format("decisions.referral.deadline", deadline))
            : deadline is null ? "" : labels.Format("decisions.referral.deadline-only", deadline);
    }

    private IEnumerable<Block> Committee(CommitteeUpdate c)
    {
        if (c.Met is { } met)
        {
            yield return new Paragraph(default, Words(labels.Format("colon", labels["committee.met"], labels.Date(met))));
        }

        if (!c.Next.IsEmpty)
        {
            var dates = c.Next.Select(n => labels.Date(n.Date) + (n.Purpose.Length > 0 ? $" ({n.Purpose})" : ""));
            yield return new Paragraph(default, Words(labels.Format("colon", labels.Plural("committee.next", c.Next.Length), string.Join(labels["list"], dates))));
        }

        if (!c.Items.IsEmpty)
        {
            yield return new ListBlock(default, false, 1, true, [.. c.Items.Select(i => new ListItem(default, null, [.. i.Blocks, .. i.Footnotes.SelectMany(f => f.Blocks)]))]);
        }

        var links = new[] { (c.Headlines, "committee.headlines"), (c.Minutes, "committee.minutes") }
            .Where(l => l.Item1 is not null)
            .Select(l => TitledLink(l.Item1!, labels[l.Item2]))
            .Concat(c.Links.Select(l => TitledLink(l, null)))
            .ToList();
        if (links.Count > 0)
        {
            yield return List(links);
        }

        if (!c.Seats.IsEmpty)
        {
            yield return new Table(
                default,
                Words(labels.Format("committee.seats", c.Committee.Name)),
                [ColumnAlignment.None, ColumnAlignment.None],
                Row(Words(labels["committee.seats.category"]), Words(labels["committee.seats.holder"])),
                [.. c.Seats.Select(s => Row(
                    Words(s.Category),
                    Words((s.Holder ?? labels["committee.seats.vacant"]) + (s.ReAppointed ? $" ({labels["committee.seats.re-appointed"]})" : ""))))]);
        }
    }

    private Table Accessions(PartyCount a)
    {
        var rows = new (string Key, int? Count)[]
        {
            ("previous", a.Previous), ("current", a.Current), ("acceded", a.Acceded),
            ("withdrawn", a.Withdrawn), ("expelled", a.Expelled), ("panel-changes", a.PanelChanges),
        };
        return new Table(
            default,
            Words(labels["accessions.title"]),
            [ColumnAlignment.None, ColumnAlignment.Right],
            Row(Words(labels["accessions.what"]), Words(labels["accessions.number"])),
            [.. rows.Where(r => r.Count is not null).Select(r =>
                Row(Words(labels["accessions." + r.Key]), Words(labels.Number(r.Count!.Value))))]);
    }

    private ImmutableArray<TableCell> Entry(CalendarEntry e) => Row(
        Words(labels.Date(e.Date, "weekday")), Words(Time(e.Start, e.End)), Linked(e.Title, e.Link), Words(e.Location ?? ""));

    private string Time(LocalTime? start, LocalTime? end) =>
        start is not { } from ? ""
        : end is { } to ? labels.Format("time.range", labels.Time(from), labels.Time(to))
        : labels.Time(from);

    private static ImmutableArray<Inline> TitledLink(TitledLink link, string? otherwise) =>
        Linked(link.Text.Length > 0 ? link.Text : otherwise ?? link.Target.Url, link.Target);

    // Columns that no row fills are left out.
    private Table Rows(string caption, string[] headers, IEnumerable<ImmutableArray<TableCell>> cells)
    {
        var rows = cells.ToList();
        var kept = Enumerable.Range(0, headers.Length).Where(i => rows.Any(r => !r[i].Content.IsEmpty)).ToList();
        return new Table(
            default,
            Words(labels[caption]),
            [.. kept.Select(_ => ColumnAlignment.None)],
            Row([.. kept.Select(i => Words(labels[headers[i]]))]),
            [.. rows.Select(r => kept.Select(i => r[i]).ToImmutableArray())]);
    }

    private static ListBlock List(IEnumerable<ImmutableArray<Inline>> items) =>
        new(default, false, 1, true, [.. items.Select(i => new ListItem(default, null, [new Paragraph(default, i)]))]);

    private static ImmutableArray<TableCell> Row(params ReadOnlySpan<ImmutableArray<Inline>> cells)
    {
        var row = ImmutableArray.CreateBuilder<TableCell>(cells.Length);
        foreach (var cell in cells)
        {
            row.Add(new TableCell(cell));
        }

        return row.ToImmutable();
    }

    private static ImmutableArray<Inline> Linked(string text, Reference? target) =>
        target is null ? Words(text) : [new Link(target.Span, target.Url, null, Words(text))];

    private static string Sentence(params ReadOnlySpan<string> pieces)
    {
        var given = new List<string>();
        foreach (var piece in pieces)
        {
            if (piece.Length > 0)
            {
                given.Add(piece);
            }
        }

        return string.Join(", ", given);
    }

    private static ImmutableArray<Inline> Words(string text) => text.Length == 0 ? [] : [new TextInline(default, text)];
}
