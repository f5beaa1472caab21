using NodaTime;
using Scriban.Runtime;
using SecPress.Model.Documents;
using SecPress.Model.Records;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Events;

namespace SecPress.Rendering.Web.Pages;

/// <summary>What closes when. It says no word that a day alone would make untrue, such as "in two weeks".</summary>
internal static class DeadlinesContent
{
    public static PageContent Of(PageContext context, DeadlinesPage page)
    {
        var labels = context.Labels;
        var open = page.Deadlines.Where(d => d.State == DeadlineState.Open).ToList();
        return new PageContent("web/deadlines.html", context.TitleOf(labels["deadlines.title"], page.Pager), labels.Format("deadlines.intro", context.Publication.Settings.Title), View.Of(
            ("first", page.Pager.IsFirst),
            ("months", View.List(open.Where(d => d.Date is not null).GroupBy(d => d.Date!.Value.ToYearMonth()).Select(m => View.Of(
                ("name", labels.Months[m.Key.Month - 1]),
                ("year", m.Key.Year),
                ("deadlines", View.List(m.Select(d => ViewOf(context, d)))))))),
            ("undated", View.List(open.Where(d => d.Date is null).Select(d => ViewOf(context, d)))),
            ("over", View.List(page.Deadlines.Where(d => d.State != DeadlineState.Open).Select(d => ViewOf(context, d)))),
            ("pager", context.PagerOf(page.Pager)),
            ("calendar_url", context.Publication.Map.Find(new CalendarFile(FeedScope.Everything).Path) is { } calendar
                ? context.Links.To(calendar)
                : null)));
    }

    private static ScriptObject ViewOf(PageContext context, Deadline deadline)
    {
        var view = deadline switch
        {
            ConsultationDeadline c => View.Of(
                ("kind", "consultation"),
                ("title", c.Consultation.Title),
                ("url", c.Link is { } link ? context.LinksOf(link.Issue).Href(link.Link.Url) : null),
                ("issuer", View.Text(c.Consultation.Issuer)),
                ("opened", c.Consultation.Opened),
                ("entries", View.List(c.Entries.Select(e => Entry(context, e)))),
                ("source", Places.Of(context.Publication, c.Issue, new Part(PartKind.Consultations, ""), context.Links))),
            ReferralDeadline r => View.Of(
                ("kind", "referral"),
                ("title", Names.OfReferral(context.Labels, r.Decision)),
                ("outcome", Names.OfOutcome(context.Labels, r.Decision.Outcome)),
                ("body", r.Decision.RefersTo is null ? null : r.Decision.BodyName),
                ("decided", r.Decision.Date),
                ("working_days", r.Decision.Referral?.WorkingDays),
                ("entries", View.List<ScriptObject>(r.Decision.RefersTo is { } id && context.Publication.Records.FindEntry(id) is { } entry ? [Entry(context, entry)] : [])),
                ("source", Places.Of(context.Publication, r.Issue, new Part(PartKind.Decisions, ""), context.Links))),
            KeyDateDeadline k => View.Of(
                ("kind", "key-date"),
                ("title", HtmlPrinter.Print(k.KeyDate.Text.Content, context.Printing(k.Issue.Source, context.LinksOf(k.Issue)) with { Ids = false })),
                ("entries", new ScriptArray()),
                ("source", Places.Of(context.Publication, k.Issue, new Part(PartKind.KeyDates, ""), context.Links))),
            _ => throw new ArgumentOutOfRangeException(nameof(deadline)),
        };
        view.SetValue("date", deadline.Date, readOnly: false);
        view.SetValue("state", deadline.State switch
        {
            DeadlineState.Open => "open",
            DeadlineState.Closed => "closed",
            _ => "withdrawn",
        }, readOnly: false);
        return view;
    }

    private static ScriptObject Entry(PageContext context, RegisterEntry entry) => View.Of(
        ("id", entry.Id),
        ("title", View.Text(entry.Title)),
        ("url", context.Links.ToEntry(entry.Register.Id, entry.Id)));
}
