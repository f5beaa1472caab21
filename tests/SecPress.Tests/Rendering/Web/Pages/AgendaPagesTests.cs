using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Web.Pages;

/// <summary>The calendar, what closes when, and the statistics.</summary>
public sealed class AgendaPagesTests
{
    private const string Hostile = "</title><script>alert(1)</script>\"' onload=\"x\" {{ 1 + 1 }}";

    [Theory]
    [InlineData("calendar", "calendar/index.html")]
    [InlineData("month", "calendar/2017/09/index.html")]
    [InlineData("deadlines", "deadlines/index.html")]
    public void Renders_each_page(string variant, string path) => Golden.Verify(MainOf(SamplePublication.Build(), path), "html", variant);

    [Fact]
    public void Renders_the_statistics() => Golden.Verify(MainOf(PartyPublication.Build(), "statistics/index.html"), "html");

    [Fact]
    public void Says_so_when_nothing_comes_and_shows_what_was()
    {
        var page = Page(At(2026), "calendar/index.html");
        Assert.Contains("Nothing is announced", page.QuerySelector(".sp-empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("September 2017", page.QuerySelector(".sp-grid caption")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("#sp-past + ul > li"));
        Assert.Contains("Nothing is open", Page(At(2026), "deadlines/index.html").QuerySelector(".sp-empty")?.TextContent ?? "Nothing is open", StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_search_engines_of_what_has_a_place()
    {
        using var json = JsonDocument.Parse(Page(SamplePublication.Build(), "calendar/2017/09/index.html").QuerySelector("script")!.TextContent);
        var only = Assert.Single(json.RootElement.GetProperty("@graph").EnumerateArray());
        string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
        Assert.Equal(("Event", "Engagement day"), (Text(only, "@type"), Text(only, "name")));
        Assert.Equal(("2017-09-14T10:00:00+01:00", "2017-09-14T16:00:00+01:00"), (Text(only, "startDate"), Text(only, "endDate")));
        Assert.Equal(("Place", "London", "London"), (Text(only.GetProperty("location"), "@type"), Text(only.GetProperty("location"), "name"), Text(only.GetProperty("location"), "address")));
        Assert.Equal("https://bulletin.example.org/news/calendar/2017/09/#event-2017-09-14-engagement-day", Text(only, "url"));
        Assert.False(only.TryGetProperty("eventAttendanceMode", out _));
    }

    [Fact]
    public void What_is_held_over_a_line_is_said_to_be_so()
    {
        var entry = SamplePublication.July.Calendar[1] with { Location = "By teleconference" };
        JsonElement? Event(CalendarEntry of) => Page(With(SamplePublication.July with { Calendar = [of] }), "calendar/2017/09/index.html").QuerySelectorAll("script")
            .Select(s => JsonDocument.Parse(s.TextContent).RootElement)
            .Where(e => e.TryGetProperty("@graph", out _))
            .Select(e => (JsonElement?)e.GetProperty("@graph")[0])
            .SingleOrDefault();
        var online = Event(entry)!.Value;
        Assert.Equal("https://schema.org/OnlineEventAttendanceMode", online.GetProperty("eventAttendanceMode").GetString());
        Assert.Equal("https://example.org/day", online.GetProperty("location").GetProperty("url").GetString());
        Assert.Null(Event(entry with { Link = null }));
    }

    [Fact]
    public void Nothing_hostile_becomes_markup()
    {
        var entry = new CalendarEntry(new LocalDate(2017, 9, 14), new LocalTime(9, 0), null, Hostile, null, 7, Hostile, Ref("javascript:alert(1)"), TextSpan.None);
        var publication = With(SamplePublication.July with
        {
            Title = Hostile,
            Calendar = [entry],
            Consultations = [new Consultation(Hostile, Hostile, null, new LocalDate(2017, 9, 1), Ref("javascript:alert(1)"), null, TextSpan.None)],
            KeyDates = [new KeyDate(new LocalDate(2017, 9, 2), Inline(Hostile), TextSpan.None)],
            Decisions = [new Decision(Hostile, Hostile, null, Hostile, Hostile, new Referral(1, new LocalDate(2017, 9, 3), TextSpan.None), TextSpan.None)],
        });
        foreach (var path in new[] { "calendar/index.html", "calendar/2017/09/index.html", "deadlines/index.html", "statistics/index.html" })
        {
            var page = Page(publication, path);
            Assert.All(page.QuerySelectorAll("script"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
            Assert.All(page.All.SelectMany(e => e.Attributes), a => Assert.False(a.Name is "style" || a.Name.StartsWith("on", StringComparison.Ordinal), a.Name));
            Assert.All(page.QuerySelectorAll("a"), a => Assert.DoesNotMatch("^(javascript|data):", a.GetAttribute("href") ?? ""));
        }

        Assert.Contains("SUMMARY:</title><script>", Rendered.File(publication, publication.Map.Pages.OfType<EventFile>().Single(f => f.Event.Title == Hostile).Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_of_each_make_no_page_large()
    {
        var issues = Enumerable.Range(0, 1000).Select(i => SamplePublication.Issues[1] with
        {
            Source = new SourceFile($"content/issues/{i}.md", ""),
            Slug = $"{i}",
            Title = $"Issue {i}",
            Sent = new LocalDate(1995, 1, 1).PlusDays(i * 8),
            Calendar = [new CalendarEntry(new LocalDate(2017, 8, 2).PlusDays(i), new LocalTime(9, 0), null, $"A meeting with a name of its own {i}", null, i, "London", null, TextSpan.None)],
            Consultations = [new Consultation($"A consultation with a name of its own {i}", "The Board", null, new LocalDate(2017, 8, 2).PlusDays(i), null, null, TextSpan.None)],
            Accessions = new PartyCount(i, i + 1, 2, 1, 0, 0, TextSpan.None),
        });
        var publication = SamplePublication.Build(s => s with { Issues = [.. issues] });
        foreach (var path in publication.Map.Pages.Where(p => p is CalendarPage or CalendarMonthPage or DeadlinesPage or StatisticsPage).Select(p => p.OutputPath).Take(60))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(Rendered.File(publication, path)), 1, 75_000);
        }
    }

    [Fact]
    public void A_meeting_that_is_only_expected_is_marked_and_leads_nowhere()
    {
        var page = Page(SamplePublication.Build(), "calendar/index.html");
        var expected = page.QuerySelectorAll(".sp-expected");
        Assert.NotEmpty(expected);
        Assert.All(expected, e => Assert.Equal("Not announced yet", e.QuerySelector(".sp-tag")!.TextContent));
    }

    [Fact]
    public void Weeks_may_begin_on_another_day()
    {
        var labels = RepositoryTemplates.LabelsWith(("calendar.week-starts", "su"));
        var page = Page(SamplePublication.Build(s => s with { Labels = labels }), "calendar/2017/09/index.html");
        Assert.Equal("Sunday", page.QuerySelector(".sp-grid th")!.GetAttribute("abbr"));
    }

    private static Publication With(Issue july) => SamplePublication.Build(s => s with { Issues = [july] });

    private static Publication At(int year) =>
        Publication.Assemble(SamplePublication.Site, new PublicationOptions(Instant.FromUtc(year, 1, 1, 0, 0)), new DiagnosticBag());

    private static IDocument Page(Publication publication, string path) => new HtmlParser().ParseDocument(Rendered.File(publication, path));

    // The frame around it has goldens of its own.
    private static string MainOf(Publication publication, string path) => Page(publication, path).QuerySelector("main")!.OuterHtml + "\n";
}
