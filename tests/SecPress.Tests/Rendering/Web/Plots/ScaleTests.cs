using CsCheck;
using NodaTime;
using SecPress.Rendering.Web.Plots;

namespace SecPress.Tests.Rendering.Web.Plots;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(197, 264, "150 200 250 300")]
    [InlineData(0, 3, "0 1 2 3")]
    [InlineData(7, 7, "6 7 8")]
    [InlineData(0, 0, "0 1")]
    [InlineData(-3, 20, "-10 0 10 20")]
    [InlineData(1_000_001, 1_000_003, "1000001 1000002 1000003")]
    [InlineData(12, 2_147_483_647, "0 1000000000 2000000000 3000000000")]
    public void Ticks_are_round_numbers_around_the_values(int least, int greatest, string expected) =>
        Assert.Equal(expected, string.Join(' ', LinearScale.Over(least, greatest, 4, 0, 100).Ticks));

    [Fact]
    public void Ticks_hold_every_range_between_few_even_steps() =>
        Gen.Select(Gen.Int, Gen.Int, Gen.Int[2, 8]).Sample((a, b, most) =>
        {
            var (least, greatest) = (Math.Min(a, b), Math.Max(a, b));
            var scale = LinearScale.Over(least, greatest, most, 180, 20);
            Assert.InRange(scale.Ticks.Length, 2, most + 1);
            Assert.True(scale.Ticks[0] <= least && greatest <= scale.Ticks[^1]);
            Assert.Single(scale.Ticks.Zip(scale.Ticks.Skip(1), (x, y) => y - x).Distinct());
            Assert.InRange(scale.At(least), 20 - 1e-9, 180 + 1e-9);
            Assert.Equal(180, scale.At(scale.Ticks[0]), 9);
            Assert.Equal(20, scale.At(scale.Ticks[^1]), 9);
        });

    [Theory]
    [InlineData("2017-03-30", "2017-08-31", "2017-04 2017-05 2017-06 2017-07 2017-08")]
    [InlineData("2017-01-01", "2018-06-30", "2017-01 2017-07 2018-01")]
    [InlineData("2001-05-05", "2026-01-01", "2005-01 2010-01 2015-01 2020-01 2025-01")]
    [InlineData("2017-03-02", "2017-03-30", "")]
    public void Marks_of_time_are_the_first_days_of_months_or_years(string from, string to, string expected)
    {
        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        Assert.Equal(expected, string.Join(' ', DateTicks.Between(Day(from), Day(to), 5).Select(d => d.ToString("uuuu-MM", null))));
    }

    [Fact]
    public void Marks_of_time_are_few_and_within() =>
        Gen.Select(Gen.Int[0, 900_000], Gen.Int[0, 900_000], Gen.Int[1, 8]).Sample((a, b, most) =>
        {
            var start = new LocalDate(1600, 1, 1);
            var (from, to) = (start.PlusDays(Math.Min(a, b) / 2), start.PlusDays(Math.Max(a, b) / 2));
            var ticks = DateTicks.Between(from, to, most);
            Assert.InRange(ticks.Length, 0, most);
            Assert.All(ticks, t => Assert.True(t.Day == 1 && from <= t && t <= to));
        });
}
