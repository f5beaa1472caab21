using Scriban.Runtime;
using SecPress.Model.Documents;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Events;

namespace SecPress.Rendering.Web.Pages;

/// <summary>The home page: what matters now. Of each list the first few, and the way to the rest.</summary>
internal static class HomeContent
{
    private const int RecentIssues = 6;
    private const int ClosingSoon = 5;
    private const int NextMeetings = 5;
    private const int EntriesUnderWay = 5;

    public static PageContent Of(PageContext context)
    {
        var publication = context.Publication;
        ScriptObject? latest = null;
        if (publication.Latest is { } issue)
        {
            latest = context.Listed(issue);
            var highlights = context.PrinterOf(issue, context.LinksOf(issue)).Highlights(titled: false);
            latest.SetValue("highlights", View.Html(highlights), readOnly: false);
        }

        var records = publication.Records;
        var events = new EventViews(context);
        var open = records.Deadlines.Where(d => d.State == DeadlineState.Open && d.Date is not null).Take(ClosingSoon);
        return new PageContent("web/home.html", null, publication.Settings.Description, View.Of(
            ("latest", latest),
            ("text", context.Page.Written is { } text ? TextContent.ViewOf(context, text, topHeading: 3) : null),
            ("closing", View.List(open.Select(d => ClosingOf(context, d)))),
            ("deadlines_url", UrlOf<DeadlinesPage>(context)),
            ("meetings", View.List(records.Agenda.From(publication.Today).Take(NextMeetings).Select(events.Of))),
            ("calendar_url", UrlOf<CalendarPage>(context)),
            ("registers", View.List(records.Registers.Select(r => RegisterOf(context, r)).OfType<ScriptObject>())),
            ("recent", context.Listed(publication.Issues.Skip(1).Take(RecentIssues))),
            ("issue_count", publication.Issues.Length)))
        {
            JsonLd = StructuredData.WebSite(publication),
        };
    }

    private static ScriptObject ClosingOf(PageContext context, Deadline deadline)
    {
        var (title, part) = deadline switch
        {
            ConsultationDeadline { Consultation: var c } => (c.Title, PartKind.Consultations),
            ReferralDeadline { Decision: var d } => (Names.OfReferral(context.Labels, d), PartKind.Decisions),
            KeyDateDeadline { KeyDate: var k } => (k.Text.PlainText, PartKind.KeyDates),
            _ => throw new ArgumentOutOfRangeException(nameof(deadline)),
        };
        return View.Of(
            ("title", title),
            ("url", context.Links.To(context.Publication.PageOf(deadline.Issue), new Part(part, "").Anchor)),
            ("date", deadline.Date));
    }

    /// <summary>What is under way in a register; null when nothing is.</summary>
    private static ScriptObject? RegisterOf(PageContext context, RegisterRecord record)
    {
        var underWay = record.Entries
            .Where(e => e.State == EntryState.Open)
            .OrderByDescending(e => e.LastChanged)
            .ThenByDescending(e => e.Id, StringComparer.Ordinal)
            .Take(EntriesUnderWay)
            .ToList();
        return underWay.Count == 0 ? null : View.Of(
            ("id", record.Register.Id),
            ("name", Names.Of(record.Register)),
            ("url", context.Links.ToPath(RegisterPage.PathOf(context.Publication.Settings.Addresses, record.Register))),
            ("count", record.Entries.Length),
            ("entries", View.List(underWay.Select(e => View.Of(
                ("id", e.Id),
                ("title", View.Text(e.Title)),
                ("url", context.Links.ToEntry(record.Register.Id, e.Id)),
                ("event", Names.OfEvent(context.Labels, record.Register, e.Latest!.Step.Event)),
                ("date", e.Latest.Date))))));
    }

    private static string? UrlOf<T>(PageContext context)
        where T : SitePage =>
        context.Publication.Map.Pages.OfType<T>().FirstOrDefault() is { } page ? context.Links.To(page) : null;
}
