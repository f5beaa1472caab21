using CsCheck;
using NodaTime;
using SecPress.Rendering.Web.Events;

namespace SecPress.Tests.Rendering.Web.Events;

public sealed class MonthGridTests
{
    [Fact]
    public void Lays_out_a_month_in_weeks()
    {
        var weeks = MonthGrid.Weeks(new YearMonth(2017, 9), IsoDayOfWeek.Monday);
        Assert.Equal(
            ["- - - - 1 2 3", "4 5 6 7 8 9 10", "11 12 13 14 15 16 17", "18 19 20 21 22 23 24", "25 26 27 28 29 30 -"],
            weeks.Select(w => string.Join(' ', w.Select(d => d?.Day.ToString() ?? "-"))));
    }

    [Fact]
    public void Every_day_of_a_month_stands_once_below_its_own_name() =>
        Gen.Select(Gen.Int[1, 9998], Gen.Int[1, 12], Gen.Int[1, 7]).Sample((year, month, first) =>
        {
            var columns = MonthGrid.Columns((IsoDayOfWeek)first);
            var weeks = MonthGrid.Weeks(new YearMonth(year, month), (IsoDayOfWeek)first);
            Assert.All(weeks, w => Assert.Equal(7, w.Length));
            Assert.All(weeks.SelectMany(w => w.Zip(columns)).Where(d => d.First is not null), d => Assert.Equal(d.Second, d.First!.Value.DayOfWeek));
            Assert.Equal(Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month)), weeks.SelectMany(w => w).OfType<LocalDate>().Select(d => d.Day));
            Assert.All(weeks, w => Assert.Contains(w, d => d is not null));
        });
}
