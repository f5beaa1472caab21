using SecPress.Web;

namespace SecPress.Tests.Web;

public sealed class ColourSchemeTests
{
    [Theory]
    [InlineData(false, "(max-width: 0)", "light")]
    [InlineData(true, "(min-width: 0)", "dark")]
    public void Answers_what_the_email_asks_of_the_readers_scheme(bool dark, string query, string scheme)
    {
        var shown = ColourScheme.Show(
            """
            <meta name="color-scheme" content="light dark">
            <style>:root { color-scheme: light dark; } @media screen and (prefers-color-scheme:dark) and (max-width: 600px) { p { color: red } }</style>
            <p style="color-scheme: light dark">prefers-color-scheme is a word here</p>
            """,
            dark);
        Assert.Equal(
            $$"""
            <meta name="color-scheme" content="{{scheme}}">
            <style>:root { color-scheme: {{scheme}}; } @media screen and {{query}} and (max-width: 600px) { p { color: red } }</style>
            <p style="color-scheme: {{scheme}}">prefers-color-scheme is a word here</p>
            """,
            shown);
    }

    [Fact]
    public void A_query_for_light_is_answered_the_other_way_round() =>
        Assert.Equal("@media (max-width: 0) {}", ColourScheme.Show("@media (prefers-color-scheme: light) {}", dark: true));
}
