using CsCheck;
using NodaTime;
using SecPress.Mailing.Ledger;

namespace SecPress.Tests.Mailing.Ledger;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Delays_double_from_five_minutes_to_four_hours() => Assert.Equal(
        [5, 10, 20, 40, 80, 160, 240, 240],
        Enumerable.Range(1, 8).Select(attempt => RetrySchedule.DelayAfter(attempt, 0.5).TotalMinutes));

    [Fact]
    public void Every_delay_is_between_five_minutes_and_four_hours() => Gen.Select(Gen.Int[1, 10_000], Gen.Double[0, 1]).Sample(
        (attempt, chance) => RetrySchedule.DelayAfter(attempt, chance) is var delay
            && delay >= Duration.FromMinutes(5) && delay <= Duration.FromHours(4));

    [Fact]
    public void A_copy_is_given_up_after_three_days()
    {
        var first = Instant.FromUtc(2017, 6, 30, 9, 0);
        Assert.False(RetrySchedule.IsOver(null, first));
        Assert.False(RetrySchedule.IsOver(first, first + Duration.FromHours(71)));
        Assert.True(RetrySchedule.IsOver(first, first + Duration.FromHours(72)));
    }
}
