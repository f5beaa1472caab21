using CsCheck;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering.Calendar;

public sealed class CalendarRendererTests
{
    private static readonly Gen<string> AnyTitle = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 120],
        Gen.String[Gen.OneOf('\\', ';', ',', '"', ':', 'n', 'é', '名', '<', '&'), 1, 60]);

    private static readonly Gen<LocalTime?> AnyTime = Gen.Int[0, 1439].Select(m => new LocalTime(m / 60, m % 60)).Nullable();

    private static readonly Gen<CalendarEntry> AnyEntry = Gen.Select(
        Gen.Int[0, 1500], AnyTime, AnyTime, AnyTitle, AnyTitle,
        (day, start, end, title, place) => new CalendarEntry(new LocalDate(2016, 1, 1).PlusDays(day), start, start is null ? null : end, title, null, null, place, null, TextSpan.None));

    [Theory]
    [InlineData("everything", "calendar.ics")]
    [InlineData("committee", "committees/board/calendar.ics")]
    [InlineData("day", "calendar/events/security-35.ics")]
    [InlineData("time", "calendar/events/2017-09-14-engagement-day.ics")]
    public void Renders_each_kind_of_calendar(string variant, string path)
    {
        var text = Rendered.File(SamplePublication.Build(), path);
        Assert.NotEmpty(CalendarReader.Lines(text));
        Golden.Verify(text, "ics", variant);
    }

    [Fact]
    public void A_program_that_does_not_know_us_reads_back_what_was_written() => AnyEntry.Array[1, 12].Sample(entries =>
    {
        var publication = SamplePublication.Build(s => s with { Issues = [SamplePublication.July with { Calendar = [.. entries], Committees = [], Consultations = [], Decisions = [] }] });
        var text = Rendered.File(publication, "calendar.ics");
        Assert.NotEmpty(CalendarReader.Lines(text));
        var read = Ical.Net.Calendar.Load(text)!;
        var written = publication.Records.Agenda.Events;
        Assert.Equal(written.Length, read.Events.Count);
        foreach (var (want, got) in written.Zip(read.Events))
        {
            Assert.Equal($"{want.Key}@bulletin.example.org", got.Uid);
            Assert.Equal((want.Title, want.Location), (got.Summary, got.Location));
            Assert.Equal(want.Date.ToDateOnly(), got.DtStart!.Date);
            Assert.Equal(want.Start?.ToTimeOnly(), got.DtStart.Time);
            Assert.Equal(want.Start is null ? null : "Europe/London", got.DtStart.TzId);
            var end = (want.Start, want.End) switch
            {
                (null, _) => want.Date.PlusDays(1),
                ({ } from, { } to) when from != to => want.Date.PlusDays(to < from ? 1 : 0),
                _ => (LocalDate?)null,
            };
            Assert.Equal(end?.ToDateOnly(), got.DtEnd?.Date);
        }
    }, iter: 60);

    [Fact]
    public void Building_again_later_changes_no_byte()
    {
        var later = Publication.Assemble(SamplePublication.Site, new PublicationOptions(SamplePublication.Clock + Duration.FromDays(2000)), new DiagnosticBag());
        Assert.Equal(Files(SamplePublication.Build()), Files(later));

        static SortedDictionary<string, string> Files(Publication publication) =>
            new(Rendered.All(publication).Where(f => f.Key.EndsWith(".ics", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);
    }

    [Fact]
    public void A_site_on_utc_needs_no_zone()
    {
        var text = Rendered.File(SamplePublication.Build(s => s with { Settings = s.Settings with { TimeZone = DateTimeZone.Utc } }), "calendar.ics");
        Assert.DoesNotContain("VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20170914T100000Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawn_consultation_is_cancelled()
    {
        var consultation = SamplePublication.July.Consultations[0];
        var withdrawn = SamplePublication.July with
        {
            Source = new SourceFile("content/issues/2017-07-b.md", ""),
            Slug = "2017-07-b",
            Sent = new LocalDate(2017, 7, 28),
            Aliases = [],
            Consultations = [consultation with { Status = ConsultationStatus.Withdrawn }],
        };
        var text = Rendered.File(SamplePublication.Build(s => s with { Issues = [SamplePublication.July with { Revisions = [] }, withdrawn with { Revisions = [] }] }), "calendar.ics");
        var read = Ical.Net.Calendar.Load(text)!.Events.Single(e => e.Status == "CANCELLED");
        Assert.Equal((1, "TRANSPARENT"), (read.Sequence, read.Transparency));
    }

    [Fact]
    public void Every_address_in_a_file_is_a_page_of_the_site()
    {
        var publication = SamplePublication.Build();
        var home = publication.Settings.BaseUrl.AbsoluteUri;
        foreach (var line in CalendarReader.Lines(Rendered.File(publication, "calendar.ics")).Where(l => l.Contains(":" + home, StringComparison.Ordinal)))
        {
            var address = line[line.IndexOf(home, StringComparison.Ordinal)..][home.Length..].Split('#');
            var page = publication.Map.Find(address[0]);
            Assert.NotNull(page);
            Assert.All(address.Skip(1), anchor => Assert.True(publication.Map.Anchors(page).Contains(anchor), anchor));
        }
    }
}
