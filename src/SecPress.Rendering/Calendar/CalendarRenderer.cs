using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;

namespace SecPress.Rendering.Calendar;

/// <summary>
/// Renders calendars (RFC 5545, with the names of RFC 7986). Whatever says when something changed comes from the issues and never from
/// the clock, so that building again changes nothing.
/// </summary>
public sealed class CalendarRenderer(Publication publication)
{
    private readonly string host = publication.Settings.BaseUrl.Host;
    private readonly Addresses addresses = publication.Settings.Addresses;
    private readonly DateTimeZone zone = publication.Settings.TimeZone;

    /// <summary>Every event, and what closes; or the meetings of a committee.</summary>
    public string Calendar(CalendarFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var settings = publication.Settings;
        var events = file.Scope.Committee?.Meetings ?? publication.Records.Agenda.Events;
        var name = file.Scope.Committee is { Committee.Name: var committee }
            ? publication.Labels.Format("ical.committee", settings.Title, committee)
            : settings.Title;
        var lines = Head()
            .Text("X-WR-CALNAME", name)
            .Text("NAME", name)
            .Text("DESCRIPTION", settings.Description)
            .Raw("URL", publication.Map.AbsoluteUrl(addresses.Calendar))
            .Raw("SOURCE;VALUE=URI", publication.Map.AbsoluteUrl(file))
            .Raw("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
            .Raw("X-PUBLISHED-TTL", "PT12H");
        Zone(lines, events);
        foreach (var entry in events)
        {
            Event(lines, entry);
        }

        // In an order that does not change when one of them closes.
        var deadlines = file.Scope.Committee is null ? publication.Records.Deadlines.Where(IsInCalendar) : [];
        foreach (var deadline in deadlines.OrderBy(d => d.Date).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            Closing(lines, deadline);
        }

        return lines.End("VCALENDAR").ToString();
    }

    /// <summary>One event, without a name for the calendar: importing it would make a new one of some programs.</summary>
    public string Event(EventFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lines = Head();
        Zone(lines, [file.Event]);
        Event(lines, file.Event);
        return lines.End("VCALENDAR").ToString();
    }

    /// <summary>The events that one issue announces, for whoever looks at that issue.</summary>
    public string Events(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        bool Announces(AgendaEvent e) =>
            e.LastIssue.Source.Path == issue.Source.Path
            || e.FirstIssue.Source.Path == issue.Source.Path
            || issue.Calendar.Any(c => c.Date == e.Date && c.Title == e.Title);
        var events = publication.Records.Agenda.Events.Where(Announces).ToList();
        var lines = Head();
        Zone(lines, events);
        events.ForEach(e => Event(lines, e));
        return lines.End("VCALENDAR").ToString();
    }

    private ContentLines Head() => new ContentLines()
        .Begin("VCALENDAR")
        .Raw("VERSION", "2.0")
        .Raw("PRODID", $"-//SecPress//SecPress//{publication.Settings.Language.ToUpperInvariant()}")
        .Raw("CALSCALE", "GREGORIAN")
        .Raw("METHOD", "PUBLISH");

    private void Zone(ContentLines lines, IReadOnlyList<AgendaEvent> events)
    {
        var years = events.Where(e => e.Start is not null).Select(e => e.Date.Year).ToList();
        if (years.Count > 0 && !ZoneDescription.IsUtc(zone))
        {
            ZoneDescription.Write(lines, zone, years.Min(), years.Max());
        }
    }

    private void Event(ContentLines lines, AgendaEvent entry)
    {
        var page = publication.Map.AbsoluteUrl(CalendarMonthPage.PathOf(addresses, entry.Date.ToYearMonth()), CalendarMonthPage.AnchorOf(entry));
        Begin(lines, entry.Key, entry.LastChanged, entry.Sequence);
        Times(lines, entry);
        lines.Text("SUMMARY", entry.Title)
            .Text("LOCATION", entry.Location)
            .Text("DESCRIPTION", publication.Labels.Format("ical.more", page))
            .Raw("URL", Address(entry.LastIssue, entry.Link) ?? page)
            .Text("CATEGORIES", entry.Committee?.Name)
            .End("VEVENT");
    }

    // A start without an end is an event that takes no time (3.6.1): how long it lasts was not said, and is not made up.
    private void Times(ContentLines lines, AgendaEvent entry)
    {
        if (entry.Start is not { } start)
        {
            lines.Date("DTSTART", entry.Date).Date("DTEND", entry.Date.PlusDays(1));
            return;
        }

        Time(lines, "DTSTART", entry.Date.At(start));
        if (entry.Ends is { } end)
        {
            Time(lines, "DTEND", end);
        }
    }

    private void Time(ContentLines lines, string name, LocalDateTime time)
    {
        if (ZoneDescription.IsUtc(zone))
        {
            lines.Time(name, time.InUtc().ToInstant());
        }
        else
        {
            lines.Time(name, time, zone.Id);
        }
    }

    /// <summary>Takes a day, but nobody's time. A withdrawn one is cancelled, so that it disappears where it was taken in before.</summary>
    private void Closing(ContentLines lines, Deadline deadline)
    {
        var (title, url) = deadline switch
        {
            ConsultationDeadline c => (publication.Labels.Format("ical.closes", c.Consultation.Title), c.Link is { } l ? Address(l.Issue, l.Link) : null),
            ReferralDeadline r => (publication.Labels.Format("ical.referral", r.Decision.RefersTo ?? r.Decision.BodyName), null),
            _ => throw new ArgumentOutOfRangeException(nameof(deadline)),
        };
        var page = publication.Map.AbsoluteUrl(addresses.Deadlines);
        Begin(lines, deadline.Key + ".deadline", deadline.LastChanged, deadline.Sequence);
        lines.Date("DTSTART", deadline.Date!.Value)
            .Date("DTEND", deadline.Date.Value.PlusDays(1))
            .Text("SUMMARY", title)
            .Text("DESCRIPTION", publication.Labels.Format("ical.more", page))
            .Raw("URL", url ?? page)
            .Raw("TRANSP", "TRANSPARENT");
        if (deadline.State == DeadlineState.Withdrawn)
        {
            lines.Raw("STATUS", "CANCELLED");
        }

        lines.End("VEVENT");
    }

    private void Begin(ContentLines lines, string name, LocalDate changed, int sequence)
    {
        var at = zone.AtStartOfDay(changed).ToInstant();
        lines.Begin("VEVENT")
            .Raw("UID", $"{name}@{host}")
            .Time("DTSTAMP", at)
            .Time("LAST-MODIFIED", at)
            .Raw("SEQUENCE", sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsInCalendar(Deadline deadline) => deadline is ConsultationDeadline { Date: not null } or ReferralDeadline;

    private string? Address(Issue issue, Reference? link) =>
        link is null ? null : new LinkWriter(publication.Map, publication.PageOf(issue), LinkStyle.Absolute).Href(link.Url);
}
