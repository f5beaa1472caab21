using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Events;

/// <summary>
/// Events in the vocabulary of schema.org. Search engines want a name, a start and a place of each, so what has no place is left out;
/// and what is held over a line wants its address.
/// </summary>
internal sealed class EventMetadata(Publication publication)
{
    // A page stays small: what follows so many events is in the list alone.
    private const int Most = 40;

    private readonly Addresses addresses = publication.Settings.Addresses;
    private readonly string[] online = publication.Labels["calendar.online"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Null when there is none to tell of. The writer escapes what could end the script element it stands in.</summary>
    public SafeHtml? Of(IEnumerable<AgendaEvent> events)
    {
        var told = events.Where(IsTold).Take(Most).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            foreach (var entry in told)
            {
                Write(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new SafeHtml(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private bool IsTold(AgendaEvent entry) => !string.IsNullOrEmpty(entry.Location) && (!IsOnline(entry) || UrlOf(entry) is not null);

    private bool IsOnline(AgendaEvent entry) => online.Any(word => entry.Location!.Contains(word, StringComparison.OrdinalIgnoreCase));

    private void Write(Utf8JsonWriter json, AgendaEvent entry)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Event");
        json.WriteString("name", entry.Title);
        json.WriteString("startDate", entry.Start is { } start ? Moment(entry.Date.At(start)) : LocalDatePattern.Iso.Format(entry.Date));
        if (entry.Ends is { } end)
        {
            json.WriteString("endDate", Moment(end));
        }

        json.WriteString("eventStatus", "https://schema.org/EventScheduled");
        WritePlace(json, entry);
        WriteOrganizer(json, entry);
        json.WriteString("url", publication.Map.AbsoluteUrl(
            CalendarMonthPage.PathOf(addresses, entry.Date.ToYearMonth()), CalendarMonthPage.AnchorOf(entry)));
        json.WriteEndObject();
    }

    private void WritePlace(Utf8JsonWriter json, AgendaEvent entry)
    {
        if (IsOnline(entry))
        {
            json.WriteString("eventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode");
            json.WriteStartObject("location");
            json.WriteString("@type", "VirtualLocation");
            json.WriteString("url", UrlOf(entry));
        }
        else
        {
            json.WriteStartObject("location");
            json.WriteString("@type", "Place");
            json.WriteString("name", entry.Location);
            json.WriteString("address", entry.Location);
        }

        json.WriteEndObject();
    }

    private void WriteOrganizer(Utf8JsonWriter json, AgendaEvent entry)
    {
        var settings = publication.Settings;
        var page = entry.Committee is { } committee ? CommitteePage.PathOf(addresses, committee) : "";
        json.WriteStartObject("organizer");
        json.WriteString("@type", "Organization");
        json.WriteString("name", entry.Committee?.Name ?? (settings.Publisher.Name is { Length: > 0 } name ? name : settings.Title));
        json.WriteString("url", publication.Map.AbsoluteUrl(publication.Map.Find(page) is null ? "" : page));
        json.WriteEndObject();
    }

    private string? UrlOf(AgendaEvent entry) => entry.Link is { } link
        ? new LinkWriter(publication.Map, publication.PageOf(entry.LastIssue), LinkStyle.Absolute).Href(link.Url)
        : null;

    private string Moment(LocalDateTime time) =>
        OffsetDateTimePattern.Rfc3339.Format(publication.Settings.TimeZone.AtLeniently(time).ToOffsetDateTime());
}
