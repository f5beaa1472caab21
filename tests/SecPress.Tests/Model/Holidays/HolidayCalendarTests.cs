using CsCheck;
using NodaTime;
using NodaTime.Text;
using SecPress.Model.Holidays;

namespace SecPress.Tests.Model.Holidays;

/// <summary>Days as the governments list them: gov.uk/bank-holidays and citizensinformation.ie.</summary>
public sealed class HolidayCalendarTests
{
    [Theory]
    [InlineData("england-and-wales", 1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26")]
    [InlineData("england-and-wales", 1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31")]
    [InlineData("england-and-wales", 2000, "01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26")]
    [InlineData("england-and-wales", 2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26")]
    [InlineData("england-and-wales", 2010, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData("england-and-wales", 2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")]
    [InlineData("england-and-wales", 2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData("england-and-wales", 2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData("england-and-wales", 2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData("england-and-wales", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData("england-and-wales", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData("england-and-wales", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData("england-and-wales", 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData("england-and-wales", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData("scotland", 2006, "01-02 01-03 04-14 05-01 05-29 08-07 12-25 12-26")]
    [InlineData("scotland", 2017, "01-02 01-03 04-14 05-01 05-29 08-07 11-30 12-25 12-26")]
    [InlineData("scotland", 2019, "01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26")]
    [InlineData("scotland", 2021, "01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28")]
    [InlineData("scotland", 2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27")]
    [InlineData("scotland", 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28")]
    [InlineData("northern-ireland", 2018, "01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26")]
    [InlineData("northern-ireland", 2015, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28")]
    [InlineData("ireland", 2017, "01-01 03-17 04-17 05-01 06-05 08-07 10-30 12-25 12-26")]
    [InlineData("ireland", 2022, "01-01 03-17 03-18 04-18 05-02 06-06 08-01 10-31 12-25 12-26")]
    [InlineData("ireland", 2023, "01-01 02-06 03-17 04-10 05-01 06-05 08-07 10-30 12-25 12-26")]
    [InlineData("ireland", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26")]
    [InlineData("none", 2017, "")]
    public void Has_the_holidays_of_a_year(string id, int year, string days) => Assert.Equal(
        days, string.Join(' ', HolidayCalendar.Find(id)!.Of(year).Select(d => LocalDatePattern.CreateWithInvariantCulture("MM-dd").Format(d))));

    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2017, 4, 16)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Knows_when_Easter_is(int year, int month, int day) =>
        Assert.Contains(new LocalDate(year, month, day).PlusDays(1), HolidayCalendar.Find("ireland")!.Of(year));

    [Fact]
    public void British_holidays_are_never_on_a_weekend() =>
        Gen.Select(Gen.Int[1978, 9000], Gen.Int[0, 2]).Sample((year, calendar) =>
            Assert.DoesNotContain(HolidayCalendar.All[calendar].Of(year), WorkingDays.IsWeekend));

    [Fact]
    public void Every_year_has_as_many_holidays() => Gen.Int[2024, 9000].Where(y => y != 2026).Sample(year =>
        Assert.Equal([8, 9, 10, 10, 0], HolidayCalendar.All.Select(c => c.Of(year).Length)));

    [Fact]
    public void A_calendar_that_is_not_there_is_not_found() => Assert.Null(HolidayCalendar.Find("england"));

    [Fact]
    public void Counting_Working_Days_ends_on_one_and_passes_so_many()
    {
        var days = WorkingDays.InEnglandAndWales;
        Gen.Select(Gen.Int[0, 30000], Gen.Int[1, 200]).Sample((start, count) =>
        {
            var from = new LocalDate(1980, 1, 1).PlusDays(start);
            var to = days.After(from, count)!.Value;
            Assert.True(days.Has(to));
            Assert.Equal(count, Enumerable.Range(1, Period.DaysBetween(from, to)).Count(n => days.Has(from.PlusDays(n))));
        });
    }

    [Theory]
    [InlineData(0, "2017-06-22")]
    [InlineData(1, "2017-06-23")]
    [InlineData(2, "2017-06-26")]
    [InlineData(10, "2017-07-06")]
    public void Counts_from_the_day_after(int count, string day) =>
        Assert.Equal(LocalDatePattern.Iso.Parse(day).Value, WorkingDays.InEnglandAndWales.After(new LocalDate(2017, 6, 22), count));

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(int.MaxValue)]
    public void Counts_no_further_than_anybody_does(int count) => Assert.Null(WorkingDays.InEnglandAndWales.After(new LocalDate(2017, 6, 22), count));
}
