using System.Collections.Immutable;
using NodaTime;
using Scriban.Runtime;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Events;

namespace SecPress.Rendering.Web.Pages;

/// <summary>
/// What comes, and the way to what was. Nothing on it depends on the day but which events are over, so that it changes only when one is.
/// </summary>
internal sealed class CalendarContent
{
    private const int MostComing = 60;
    private const int MostPast = 8;

    private readonly PageContext context;
    private readonly EventViews views;
    private readonly Agenda agenda;
    private readonly List<Coming> coming;

    private CalendarContent(PageContext context)
    {
        this.context = context;
        views = new EventViews(context);
        agenda = context.Publication.Records.Agenda;
        var expected = context.Publication.Records.Committees.SelectMany(c => c.Expected.Select(d => new Coming(d, null, c.Committee)));
        coming = [.. agenda.From(context.Publication.Today).Select(e => new Coming(e.Date, e, null)).Concat(expected).OrderBy(c => c.Date)];
    }

    /// <summary>Something announced, or else a meeting that a committee's rule gives.</summary>
    private sealed record Coming(LocalDate Date, AgendaEvent? Event, Committee? Expected);

    public static PageContent Of(PageContext context) => new CalendarContent(context).Content();

    /// <summary>The calendars that programs may subscribe to, as the head of a page names them.</summary>
    public static ScriptArray Feeds(PageContext context) =>
        View.List([View.Of(
            ("type", "text/calendar"),
            ("title", context.Labels.Format("calendar.feed", context.Publication.Settings.Title)),
            ("url", context.Links.To(context.Publication.Map.Find(FeedPath(context))!)))]);

    private PageContent Content()
    {
        var today = context.Publication.Today;
        var labels = context.Labels;
        return new PageContent("web/calendar.html", labels["calendar.title"], labels.Format("calendar.intro", context.Publication.Settings.Title), View.Of(
            ("months", View.List(coming.Take(MostComing).GroupBy(c => c.Date.ToYearMonth()).Select(m => View.Of(
                ("name", labels.Months[m.Key.Month - 1]),
                ("year", m.Key.Year),
                ("events", View.List(m.Select(ViewOf))))))),
            ("has_expected", coming.Take(MostComing).Any(c => c.Expected is not null)),
            ("more_url", coming.Count > MostComing ? views.Month(coming[MostComing].Date.ToYearMonth() is var next && agenda.Months.Contains(next) ? next : null)?["url"] : null),
            ("grid", Grid()),
            ("past", View.List(agenda.Before(today).Take(MostPast).Select(views.Of))),
            ("years", Years()),
            ("subscribe", Subscribe())))
        {
            Feeds = Feeds(context),
        };
    }

    // The month in which something comes next, and not the day's own: that would change the page when nothing has happened.
    private ScriptObject Grid()
    {
        var month = coming.Count > 0 ? coming[0].Date.ToYearMonth() : agenda.Months[^1];
        var items = agenda.Events
            .Where(e => e.Date.ToYearMonth() == month)
            .Select(e => new GridViews.Item(e.Date, e.Title, views.UrlOf(e)))
            .Concat(coming
                .Where(c => c.Expected is not null && c.Date.ToYearMonth() == month)
                .Select(c => new GridViews.Item(c.Date, context.Labels.Format("calendar.expected.meeting", c.Expected!.Short), null)));
        var view = GridViews.Of(context.Labels, month, items);
        view.SetValue("month_url", agenda.Months.Contains(month) ? views.Month(month)!["url"] : null, readOnly: false);
        return view;
    }

    private ScriptArray Years() => View.List(agenda.Months.Reverse().GroupBy(m => m.Year).Select(y => View.Of(
        ("year", y.Key), ("months", View.List(y.Reverse().Select(m => views.Month(m)))))));

    private ScriptObject Subscribe()
    {
        var publication = context.Publication;
        return View.Of(
            ("url", publication.Map.AbsoluteUrl(FeedPath(context))),
            ("committees", View.List(publication.Map.Pages.OfType<CalendarFile>()
                .Where(f => f.Scope.Committee is not null)
                .OrderBy(f => publication.Records.Committees.IndexOf(f.Scope.Committee!))
                .Select(f => View.Of(("name", f.Scope.Committee!.Committee.Name), ("url", publication.Map.AbsoluteUrl(f)))))));
    }

    private ScriptObject ViewOf(Coming entry) =>
        entry.Event is { } announced ? views.Of(announced) : views.Expected(entry.Expected!, entry.Date);

    private static string FeedPath(PageContext context) => new CalendarFile(FeedScope.Everything).Path;
}
