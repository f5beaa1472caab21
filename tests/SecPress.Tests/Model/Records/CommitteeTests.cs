using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Tests.Model.Records;

public sealed class CommitteeTests
{
    private static readonly Committee Panel = new("panel", "The Panel", "Panel", "FREQ=MONTHLY;BYDAY=2FR");

    [Fact]
    public void Meetings_are_found_by_day_from_either_side()
    {
        var record = Record(Issue(1) with { Calendar = [.. new[] { 3, 10, 10, 17 }.Select((day, i) => Meeting(new LocalDate(2017, 2, day), i + 1))] });
        Assert.Equal([2, 3], record.MeetingsOn(new LocalDate(2017, 2, 10)).Select(m => m.Number!.Value));
        Assert.Equal([2, 3, 4], record.MeetingsFrom(new LocalDate(2017, 2, 4)).Select(m => m.Number!.Value));
        Assert.Equal([3, 2, 1], record.MeetingsBefore(new LocalDate(2017, 2, 17)).Select(m => m.Number!.Value));
        Assert.Empty(record.MeetingsOn(new LocalDate(2017, 2, 11)));
        Assert.Empty(record.MeetingsBefore(new LocalDate(2017, 2, 3)));
    }

    [Fact]
    public void It_last_met_on_the_last_day_that_any_issue_gave()
    {
        Assert.Equal(new LocalDate(2017, 2, 10), Record(Met(1, new LocalDate(2017, 2, 10)), Met(2, null), Met(3, new LocalDate(2017, 1, 13))).LastMet);
        Assert.Null(Record(Met(1, null)).LastMet);
    }

    [Fact]
    public void Expects_what_its_rule_gives_behind_the_last_meeting_announced()
    {
        var record = Record(Issue(6) with { Calendar = [Meeting(new LocalDate(2017, 7, 14), 46)] });
        Assert.Equal([new LocalDate(2017, 8, 11), new LocalDate(2017, 9, 8)], record.Expected.ToArray());
    }

    [Fact]
    public void Seats_are_those_last_given()
    {
        var seat = new Seat("A", "B", false, TextSpan.None);
        var record = Record(Updated(1, u => u with { Seats = [seat] }), Updated(2, u => u with { Seats = [seat, seat] }), Met(3, null));
        Assert.Equal("2017-02", record.Seats!.Issue.Slug);
    }

    private static Issue Issue(int month) => ModelBuilder.Issue($"2017-{month:00}", new LocalDate(2017, month, 28));

    private static Issue Met(int month, LocalDate? met) => Updated(month, u => u with { Met = met });

    private static Issue Updated(int month, Func<CommitteeUpdate, CommitteeUpdate> change) =>
        Issue(month) with { Committees = [change(new CommitteeUpdate { Committee = Panel })] };

    private static CalendarEntry Meeting(LocalDate date, int number) =>
        new(date, null, null, $"Panel Meeting {number}", Panel, number, null, null, TextSpan.None);

    private static CommitteeRecord Record(params ReadOnlySpan<Issue> issues)
    {
        var site = ModelBuilder.Site(issues);
        return ModelBuilder.Assemble(site with { Settings = site.Settings with { Committees = [Panel] } }, out _).Records.Committees.Single();
    }
}
