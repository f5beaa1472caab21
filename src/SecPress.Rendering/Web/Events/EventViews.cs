using NodaTime;
using Scriban.Runtime;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Pages;

namespace SecPress.Rendering.Web.Events;

/// <summary>What templates are given of meetings and events.</summary>
internal sealed class EventViews(PageContext context)
{
    private readonly Publication publication = context.Publication;
    private readonly Addresses addresses = context.Publication.Settings.Addresses;

    public ScriptObject Of(AgendaEvent entry) => View.Of(
        ("anchor", CalendarMonthPage.AnchorOf(entry)),
        ("month_url", UrlOf(entry)),
        ("date", entry.Date),
        ("start", entry.Start),
        ("end", entry.End),
        ("title", entry.Title),
        ("url", entry.Link is { } link ? context.LinksOf(entry.LastIssue).Href(link.Url) : null),
        ("number", entry.Number is { } number && !HoldsNumber(entry.Title, number) ? number : null),
        ("location", View.Text(entry.Location)),
        ("committee", CommitteeOf(entry.Committee)),
        ("ics_url", context.Links.ToPath(EventFile.PathOf(addresses, entry))),
        ("source", Places.Of(publication, entry.LastIssue, entry.Part, context.Links)),
        ("expected", false));

    /// <summary>A meeting that no issue has announced.</summary>
    public ScriptObject Expected(Committee committee, LocalDate date) => View.Of(
        ("date", date),
        ("title", context.Labels.Format("agenda.meeting", committee.Short)),
        ("committee", CommitteeOf(committee)),
        ("expected", true));

    /// <summary>A month that has an event, as it is linked to; null for null.</summary>
    public ScriptObject? Month(YearMonth? month) => month is not { } given ? null : View.Of(
        ("name", context.Labels.Months[given.Month - 1]),
        ("year", given.Year),
        ("url", context.Links.ToPath(CalendarMonthPage.PathOf(addresses, given))));

    public string UrlOf(AgendaEvent entry) =>
        context.Links.ToPath(CalendarMonthPage.PathOf(addresses, entry.Date.ToYearMonth()), CalendarMonthPage.AnchorOf(entry));

    private ScriptObject? CommitteeOf(Committee? committee)
    {
        if (committee is null)
        {
            return null;
        }

        var path = CommitteePage.PathOf(addresses, committee);
        return View.Of(("name", committee.Name), ("url", publication.Map.Find(path) is null ? null : context.Links.ToPath(path)));
    }

    // "SSC Meeting 37" says its number already.
    private static bool HoldsNumber(string title, int number)
    {
        var digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (var at = title.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = title.IndexOf(digits, at + 1, StringComparison.Ordinal))
        {
            var end = at + digits.Length;
            if ((at == 0 || !char.IsDigit(title[at - 1])) && (end == title.Length || !char.IsDigit(title[end])))
            {
                return true;
            }
        }

        return false;
    }
}
