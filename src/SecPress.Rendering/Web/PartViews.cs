using Scriban.Runtime;
using SecPress.Model;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>What the templates of typed parts are given, for any edition.</summary>
/// <param name="publication">Its theme and labels.</param>
/// <param name="issue">The issue whose parts they are.</param>
/// <param name="printing">How the edition prints Markdown and links.</param>
public sealed class PartViews(Publication publication, Issue issue, HtmlPrinterOptions printing)
{
    private readonly Labels labels = publication.Labels;
    private readonly LinkWriter links = printing.Links;
    private readonly PartNames names = new(publication.Labels, issue);

    /// <param name="part">A part the issue has.</param>
    /// <param name="titled">Whether it stands under a heading of its own; false where the editor placed it under one of theirs.</param>
    public ScriptObject Of(Part part, bool titled)
    {
        var view = part.Kind switch
        {
            PartKind.Highlights => Highlights(),
            PartKind.KeyDates => View.Of(("key_dates", View.List(issue.KeyDates.Select(KeyDate)))),
            PartKind.Consultations => View.Of(("consultations", View.List(issue.Consultations.Select(Consultation)))),
            PartKind.Modifications => View.Of(("modifications", View.List(issue.Modifications.Select(Modification)))),
            PartKind.Decisions => View.Of(("decisions", View.List(issue.Decisions.Select(Decision)))),
            PartKind.Committee => Committee(issue.Committees.First(c => c.Committee.Id == part.Argument)),
            PartKind.Accessions => Accessions(issue.Accessions!),
            PartKind.Calendar => Calendar(),
            PartKind.Links => View.Of(("links", View.List(issue.Links.Select(l => Link(l, null))))),
            PartKind.Attachments => View.Of(("attachments", View.List(issue.Attachments.Select(l => Link(l, null))))),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        view.SetValue("anchor", part.Anchor, readOnly: false);
        view.SetValue("titled", titled, readOnly: false);
        view.SetValue("title", TitleOf(part), readOnly: false);
        return view;
    }

    public string TitleOf(Part part) => names.TitleOf(part);

    private ScriptObject Highlights()
    {
        var colours = ThemeColours.Of(publication.Settings.Theme);
        return View.Of(("highlights", View.List(issue.Highlights.Select(h =>
        {
            var colour = colours.FirstOrDefault(c => c.Name == h.Colour);
            var url = h.Text.Content.Any(HoldsLink) ? null : SectionUrl(h);
            return View.Of(
                // A highlight that leads somewhere as a whole has no links inside.
                ("text", HtmlPrinter.Print(h.Text.Content, printing with { Ids = false, EntryLinks = printing.EntryLinks && url is null })),
                ("url", url),
                ("colour", View.Text(h.Colour)),
                ("class", colour?.Class),
                ("light", colour?.Light),
                ("dark", colour?.Dark),
                ("shape", colour?.Shape ?? 1));
        }))));
    }

    private string? SectionUrl(Highlight highlight) =>
        SectionFinder.Find(issue, highlight) is { } heading
            ? links.ToAnchor(heading.Id)
            : highlight.Section is { } section ? links.Href(section.Url) : null;

    private ScriptObject KeyDate(KeyDate date) => View.Of(("date", date.Date), ("text", Inline(date.Text)));

    private ScriptObject Consultation(Consultation c)
    {
        var closed = c.Status is ConsultationStatus.Closed || (c.Status is null && c.Closes < issue.Sent);
        return View.Of(
            ("title", c.Title),
            ("issuer", View.Text(c.Issuer)),
            ("opened", c.Opened),
            ("closes", c.Closes),
            ("closed", closed),
            ("status", c.Status is ConsultationStatus.Withdrawn ? "withdrawn" : closed ? "closed" : "open"),
            ("entries", View.List(publication.Records.EntriesIn(c.Title).Select(e => View.Of(("id", e.Id), ("url", EntryUrl(e)))))),
            ("url", Href(c.Link)));
    }

    private ScriptObject Modification(ModificationStep m) => View.Of(
        ("id", m.Id),
        ("title", View.Text(m.Title)),
        ("entry_title", View.Text(publication.Records.FindEntry(m.RegisterId, m.Id)?.Title)),
        ("entry_url", links.ToEntry(m.RegisterId, m.Id)),
        ("event", Names.OfEvent(labels, publication.Settings.FindRegister(m.RegisterId), m.Event)),
        ("date", m.Date),
        ("by", View.Text(m.By)),
        ("url", Href(m.Link)));

    private ScriptObject Decision(Decision d) => View.Of(
        ("body", d.BodyName),
        ("date", d.Date),
        ("outcome", Names.OfOutcome(labels, d.Outcome)),
        ("refers_to", View.Text(d.RefersTo)),
        ("refers_to_url", d.RefersTo is { } id && publication.Records.FindEntry(id) is { } entry ? EntryUrl(entry) : null),
        ("referral_days", d.Referral?.WorkingDays),
        ("referral_deadline", d.Referral?.Deadline));

    private ScriptObject Committee(CommitteeUpdate c) => View.Of(
        ("name", c.Committee.Name),
        ("short", c.Committee.Short),
        ("page_url", CommitteeUrl(c.Committee)),
        ("met", c.Met),
        ("next", View.List(c.Next.Select(n => View.Of(("date", n.Date), ("purpose", View.Text(n.Purpose)))))),
        ("headlines", c.Headlines is { } headlines ? Link(headlines, labels["committee.headlines"]) : null),
        ("minutes", c.Minutes is { } minutes ? Link(minutes, labels["committee.minutes"]) : null),
        ("links", View.List(c.Links.Select(l => Link(l, null)))),
        ("items", View.List(c.Items.Select((d, i) => Item(d, $"{c.Committee.Id}-{i + 1}-")))),
        ("seats", View.List(c.Seats.Select(s => View.Of(
            ("category", s.Category), ("holder", s.Holder), ("vacant", s.Vacant), ("re_appointed", s.ReAppointed))))));

    private static ScriptObject Accessions(PartyCount a) => View.Of(
        ("previous", a.Previous),
        ("current", a.Current),
        ("acceded", a.Acceded),
        ("withdrawn", a.Withdrawn),
        ("expelled", a.Expelled),
        ("panel_changes", a.PanelChanges));

    private ScriptObject Calendar() => View.Of(
        ("entries", View.List(issue.Calendar.Select(e => View.Of(
            ("date", e.Date),
            ("start", e.Start),
            ("end", e.End),
            ("title", e.Title),
            ("committee", Tells(e.Title, e.Committee) ? null : e.Committee?.Name),
            ("location", View.Text(e.Location)),
            ("url", Href(e.Link)))))));

    // "SSC Meeting 33" says already whose meeting it is.
    private static bool Tells(string title, Committee? committee) =>
        committee is not null
        && (title.Contains(committee.Short, StringComparison.OrdinalIgnoreCase) || title.Contains(committee.Name, StringComparison.OrdinalIgnoreCase));

    private ScriptObject Link(TitledLink link, string? otherwise) => View.Of(
        ("text", View.Text(link.Text) ?? otherwise ?? link.Target.Url),
        ("url", Href(link.Target)));

    // A lone paragraph stands in its list item without a paragraph around it.
    private SafeHtml Item(Document document, string footnotes)
    {
        var options = printing with { TopHeading = 4, Ids = false, FootnotePrefix = footnotes };
        return document is { Blocks: [Paragraph only], Footnotes.IsEmpty: true }
            ? HtmlPrinter.Print(only.Content, options)
            : HtmlPrinter.Print(document, options);
    }

    private SafeHtml Inline(InlineText text) => HtmlPrinter.Print(text.Content, printing with { Ids = false });

    private string? EntryUrl(RegisterEntry entry) => links.ToEntry(entry.Register.Id, entry.Id);

    private string? CommitteeUrl(Committee committee) =>
        publication.Map.Find(CommitteePage.PathOf(publication.Settings.Addresses, committee)) is { } page ? links.To(page) : null;

    private string? Href(Reference? reference) => reference is null ? null : links.Href(reference.Url);

    private static bool HoldsLink(Inline inline) => DocumentWalker.Inlines([inline]).Any(i => i is Link);
}
