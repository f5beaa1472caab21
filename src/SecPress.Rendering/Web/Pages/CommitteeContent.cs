using NodaTime;
using Scriban.Runtime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Feeds;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Events;

namespace SecPress.Rendering.Web.Pages;

/// <summary>A committee: when it meets, who sits on it, and all that was said of it.</summary>
internal static class CommitteeContent
{
    private const int MostMeetings = 24;

    public static PageContent Of(PageContext context, CommitteePage page)
    {
        var (record, committee) = (page.Record, page.Record.Committee);
        var publication = context.Publication;
        var view = View.Of(
            ("name", committee.Name),
            ("short", ShortOf(committee)),
            ("called", committee.Short),
            ("first", page.Pager.IsFirst),
            ("committees_url", context.Links.ToPath(publication.Settings.Addresses.Committees)),
            ("update_count", record.Updates.Length),
            ("updates", View.List(page.Updates.Select(u => Update(context, record, u)))),
            ("last_met", null),
            ("next", View.List<ScriptObject>([])),
            ("calendar", null),
            ("seats", null),
            ("pager", context.PagerOf(page.Pager)));
        if (page.Pager.IsFirst)
        {
            AddMeetings(view, context, record);
            view.SetValue("seats", Seats(context, record.Seats), readOnly: false);
        }

        return new PageContent(
            "web/committee.html",
            context.TitleOf(committee.Name, page.Pager),
            context.Labels.Format("committee.description", committee.Name),
            View.Of(("committee", view), ("feeds", FeedViews.Of(context.Publication, page.Pager.Folder, context.Links))));
    }

    /// <summary>Null where it has no shorter name, and where the name says the shorter one already ("Panel" in "SEC Panel").</summary>
    public static string? ShortOf(Committee committee) =>
        committee.Name.Contains(committee.Short, StringComparison.Ordinal) ? null : committee.Short;

    private static void AddMeetings(ScriptObject view, PageContext context, CommitteeRecord record)
    {
        var publication = context.Publication;
        var (addresses, today) = (publication.Settings.Addresses, publication.Today);
        var events = new EventViews(context);
        view.SetValue("last_met", record.LastMet, readOnly: false);
        view.SetValue("next", View.List(record.MeetingsFrom(today).Select(m => Meeting(context, events, m))), readOnly: false);
        view.SetValue("expected", View.List(record.Expected.Select(day => View.Of(("date", day)))), readOnly: false);
        var past = Past(record, today).Take(MostMeetings + 1).ToList();
        view.SetValue("past", View.List(past.Take(MostMeetings).Select(p => PastMeeting(context, p.Day, p.Meeting, p.Update))), readOnly: false);
        view.SetValue("more_past", past.Count > MostMeetings, readOnly: false);
        if (publication.Map.Find(CommitteePage.PathOf(addresses, record.Committee) + "calendar.ics") is { } calendar)
        {
            var absolute = publication.Map.AbsoluteUrl(calendar);
            view.SetValue("calendar", View.Of(
                ("url", context.Links.To(calendar)),
                ("absolute_url", absolute),
                ("webcal_url", "webcal" + absolute[absolute.IndexOf(':', StringComparison.Ordinal)..])), readOnly: false);
        }
    }

    private static ScriptObject Meeting(PageContext context, EventViews events, AgendaEvent meeting)
    {
        var view = events.Of(meeting);
        view.SetValue("place", Places.Of(context.Publication, Section.Holding(meeting.LastIssue, meeting.Part), context.Links), readOnly: false);
        return view;
    }

    /// <summary>Days it was announced for or is said to have met on, the latest first.</summary>
    private static IEnumerable<(LocalDate Day, AgendaEvent? Meeting, DatedUpdate? Update)> Past(CommitteeRecord record, LocalDate today)
    {
        var told = record.Updates.Where(u => u.Update.Met < today).ToLookup(u => u.Update.Met!.Value);
        return record.MeetingsBefore(today).Select(m => (m.Date, Meeting: (AgendaEvent?)m))
            .Concat(told.Where(t => !record.MeetingsOn(t.Key).Any()).Select(t => (Date: t.Key, Meeting: (AgendaEvent?)null)))
            .OrderByDescending(m => m.Date)
            .Select(m => (m.Date, m.Meeting, told[m.Date].FirstOrDefault()));
    }

    private static ScriptObject PastMeeting(PageContext context, LocalDate day, AgendaEvent? meeting, DatedUpdate? update)
    {
        var view = View.Of(("date", day), ("title", View.Text(meeting?.Title)), ("headlines", null), ("minutes", null), ("place", null));
        if (update is not null)
        {
            var told = Told(context, update);
            foreach (var name in new[] { "headlines", "minutes", "place" })
            {
                view.SetValue(name, told[name], readOnly: false);
            }
        }

        return view;
    }

    private static ScriptObject Update(PageContext context, CommitteeRecord record, DatedUpdate update)
    {
        var view = Told(context, update);
        var meetings = update.Update.Met is { } met ? record.MeetingsOn(met) : [];
        view.SetValue("sent", update.Issue.Sent, readOnly: false);
        view.SetValue("words", Words(context, update), readOnly: false);
        view.SetValue("meetings", View.List(meetings.Select(m => m.Title)), readOnly: false);
        return view;
    }

    private static SafeHtml? Words(PageContext context, DatedUpdate update) =>
        SectionWords.Of(update.Issue, PartOf(update), PrintingOf(context, update));

    private static Part PartOf(DatedUpdate update) => new(PartKind.Committee, update.Update.Committee.Id);

    // Several issues share the page: their footnotes could not lead to one another.
    private static HtmlPrinterOptions PrintingOf(PageContext context, DatedUpdate update) =>
        context.Printing(update.Issue.Source, context.LinksOf(update.Issue)) with { Ids = false, FootnoteLinks = false };

    /// <summary>What the issue's own part is given, and where it stands there.</summary>
    private static ScriptObject Told(PageContext context, DatedUpdate update)
    {
        var part = PartOf(update);
        var view = new PartViews(context.Publication, update.Issue, PrintingOf(context, update)).Of(part, titled: false);
        view.SetValue("place", Places.Of(context.Publication, Section.Holding(update.Issue, part), context.Links), readOnly: false);
        return view;
    }

    private static ScriptObject? Seats(PageContext context, DatedUpdate? update) => update is null ? null : Told(context, update);
}
