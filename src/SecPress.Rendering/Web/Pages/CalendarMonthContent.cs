using NodaTime;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Events;

namespace SecPress.Rendering.Web.Pages;

/// <summary>One month: its grid, and the same events as a list.</summary>
internal static class CalendarMonthContent
{
    // A grid of more than this says nothing that the list does not say better.
    private const int MostInGrid = 150;

    public static PageContent Of(PageContext context, CalendarMonthPage page)
    {
        var views = new EventViews(context);
        var labels = context.Labels;
        var months = context.Publication.Records.Agenda.Months;
        var at = months.AsSpan().BinarySearch(page.Month);
        var title = labels.Format("calendar.month", labels.Months[page.Month.Month - 1], page.Month.Year);
        var items = page.Events.Select(e => new GridViews.Item(e.Date, e.Title, views.UrlOf(e)));
        return new PageContent("web/calendar-month.html", title, labels.Format("calendar.month.description", title), View.Of(
            ("title", title),
            ("count", page.Events.Length),
            ("grid", page.Events.Length > MostInGrid ? null : GridViews.Of(labels, page.Month, items)),
            ("events", View.List(page.Events.Select(views.Of))),
            ("previous", views.Month(at > 0 ? months[at - 1] : null)),
            ("next", views.Month(at + 1 < months.Length ? months[at + 1] : null)),
            ("calendar_url", context.Links.ToPath(context.Publication.Settings.Addresses.Calendar))))
        {
            JsonLd = new EventMetadata(context.Publication).Of(page.Events),
            Feeds = CalendarContent.Feeds(context),
        };
    }
}
