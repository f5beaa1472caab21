using System.Collections.Immutable;
using CsCheck;
using SecPress.Model.Settings;

namespace SecPress.Tests.Model;

public sealed class ThemeColoursTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#777777", 1)]
    public void Measures_contrast_as_WCAG_does(string a, string b, double expected) =>
        Assert.Equal(expected, ThemeColours.Contrast(a, b), 0.01);

    [Fact]
    public void Any_colour_can_be_read_on_light_and_on_dark() =>
        Gen.Int[0, 0xFFFFFF].Sample(value =>
        {
            var colour = ThemeColours.Accent(With("accent", $"#{value:x6}"));
            Assert.True(ThemeColours.Contrast(colour.Light, ThemeColours.LightPaper) >= 4.5);
            Assert.True(ThemeColours.Contrast(colour.Light, ThemeColours.LightTint) >= 4.5);
            Assert.True(ThemeColours.Contrast(colour.Dark, ThemeColours.DarkPaper) >= 4.5);
            Assert.True(ThemeColours.Contrast(colour.Dark, ThemeColours.DarkTint) >= 4.5);
        });

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_is() => Assert.Equal("#1d5fa8", ThemeColours.Of(With("blue", "#1d5fa8"))[0].Light);

    [Fact]
    public void Colours_differ_in_shape_too() =>
        Assert.Equal(
            [1, 2, 3],
            ThemeColours.Of(new Theme { Colours = With("a", "#112233").Colours.Add("b", "#223344").Add("c", "#334455") }).Select(c => c.Shape));

    private static Theme With(string name, string colour) =>
        new() { Colours = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(name, colour) };
}
