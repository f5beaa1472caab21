using NodaTime;
using SecPress.Model;

namespace SecPress.Tests.Model;

public sealed class LabelsTests
{
    [Theory]
    [InlineData("pl", 1, "1 numer")]
    [InlineData("pl", 3, "3 numery")]
    [InlineData("pl", 12345, "12 345 numerów")]
    [InlineData("en", 3, "3 inne")]
    [InlineData("ar", 3, "3 numery")]
    [InlineData("ar", 0, "0 inne")]
    public void Takes_the_form_that_the_number_wants_and_other_when_there_is_none(string language, int number, string expected) =>
        Assert.Equal(expected, Of(
            language, ("n.one", "{0} numer"), ("n.few", "{0} numery"), ("n.many", "{0} numerów"), ("n.other", "{0} inne")).Plural("n", number));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1 000")]
    [InlineData(1234567, "1 234 567")]
    [InlineData(-123, "-123")]
    [InlineData(-1234, "-1 234")]
    public void Groups_the_digits_of_a_number(int number, string expected) => Assert.Equal(expected, Of("fr").Number(number));

    [Theory]
    [InlineData(9, 0, "9 h")]
    [InlineData(18, 5, "18 h 05")]
    [InlineData(0, 30, "0 h 30")]
    public void Writes_a_time_by_the_patterns_of_the_language(int hour, int minute, string expected) =>
        Assert.Equal(expected, Of("fr", ("time.short", "{h} h {mm}"), ("time.hour", "{h} h")).Time(new LocalTime(hour, minute)));

    [Theory]
    [InlineData(1, "le 1er Feb 2025")]
    [InlineData(2, "le 2 Feb 2025")]
    [InlineData(11, "le 11 Feb 2025")]
    public void Writes_the_first_of_a_month_as_the_language_does(int day, string expected) =>
        Assert.Equal(expected, Of("fr", ("date.long", "le {dth} {mon} {yyyy}"), ("date.first", "1er")).Date(new LocalDate(2025, 2, day)));

    private static Labels Of(string language, params (string Key, string Text)[] texts) => new(
        language,
        texts.Append(("number.group", " ")).ToDictionary(t => t.Item1, t => t.Item2, StringComparer.Ordinal),
        ModelBuilder.Labels.Months,
        ModelBuilder.Labels.ShortMonths,
        ModelBuilder.Labels.Days,
        ModelBuilder.Labels.ShortDays);
}
