using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

public sealed class HolidaySettingTests
{
    [Theory]
    [InlineData("", "england-and-wales")]
    [InlineData("holidays: northern-ireland\n", "northern-ireland")]
    [InlineData("holidays: { calendar: none }\n", "none")]
    [InlineData("holidays: { also: [2017-12-27] }\n", "england-and-wales")]
    [InlineData("holidays:\n  calendar: ireland\n  also:\n    - 2017-12-27\n", "ireland")]
    public void Takes_a_calendar_in_short_or_in_full(string setting, string id)
    {
        var bag = new DiagnosticBag();
        Assert.Equal(id, Calendar(setting, bag));
        Assert.Equal("", DiagnosticText.Of(bag));
    }

    [Theory]
    [InlineData("holidays: england-and-whales\n", "short")]
    [InlineData("holidays: { calendar: scottland, also: [2017-12-27] }\n", "long")]
    [InlineData("holidays: nowhere\n", "nothing-near")]
    public void A_calendar_that_is_not_there_gets_a_suggestion(string setting, string variant)
    {
        var bag = new DiagnosticBag();
        Assert.Equal("england-and-wales", Calendar(setting, bag));
        Golden.Verify(DiagnosticText.Of(bag), variant: variant);
    }

    [Theory]
    [InlineData("holidays: [2017-12-27]\n", "SP014")]
    [InlineData("holidays: { also: [27 December] }\n", "SP015")]
    [InlineData("holidays: { calender: none }\n", "SP011")]
    [InlineData("holidays: England and Wales\n", "SP016")]
    public void What_is_no_calendar_is_refused_once(string setting, string code)
    {
        var bag = new DiagnosticBag();
        Calendar(setting, bag);
        Assert.Equal([code], bag.ToSorted().Select(d => d.Rule.Code));
    }

    private static string? Calendar(string setting, DiagnosticBag bag)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", "title: A\nbase-url: https://example.org/\n" + setting);
        return SiteParser.Parse(SourceTree.Read(folder.Path, bag, CancellationToken.None), bag)?.Settings.WorkingDays.Calendar.Id;
    }
}
