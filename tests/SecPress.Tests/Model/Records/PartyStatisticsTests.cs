using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Records;

namespace SecPress.Tests.Model.Records;

public sealed class PartyStatisticsTests
{
    [Fact]
    public void Sums_what_came_and_went_by_month_and_year()
    {
        var parties = Parties(
            (new LocalDate(2016, 12, 1), Count(100, 3, 1, null)),
            (new LocalDate(2017, 1, 1), Count(104, 4, 0, 0)),
            (new LocalDate(2017, 1, 20), Count(107, 5, null, 2)),
            (new LocalDate(2017, 3, 1), Count(null, null, null, null)));
        Assert.Equal(
            [
                new PartyMonth(new YearMonth(2016, 12), new PartyChange(3, 1, null)),
                new PartyMonth(new YearMonth(2017, 1), new PartyChange(9, 0, 2)),
                new PartyMonth(new YearMonth(2017, 3), new PartyChange(null, null, null)),
            ],
            parties.Months.ToArray());
        Assert.Equal(
            [new PartyYear(2016, new PartyChange(3, 1, null), 100), new PartyYear(2017, new PartyChange(9, 0, 2), 107)],
            parties.Years.ToArray());
        Assert.Equal(107, parties.Latest!.Count.Current);
    }

    [Fact]
    public void Nothing_known_is_not_nought()
    {
        Assert.Null(new PartyChange(null, null, null).Left);
        Assert.Equal(2, new PartyChange(null, null, 2).Left);
        Assert.Null(Parties((new LocalDate(2017, 1, 1), Count(null, null, null, null))).Latest);
    }

    private static PartyStatistics Parties(params (LocalDate Sent, PartyCount Count)[] counts) => ModelBuilder.Assemble(
        ModelBuilder.Site([.. counts.Select((c, i) => ModelBuilder.Issue($"issue-{i}", c.Sent) with { Accessions = c.Count })]), out _).Records.Parties;

    private static PartyCount Count(int? current, int? acceded, int? withdrawn, int? expelled) =>
        new(null, current, acceded, withdrawn, expelled, null, TextSpan.None);
}
