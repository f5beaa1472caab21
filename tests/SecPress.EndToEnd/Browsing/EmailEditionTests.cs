namespace SecPress.EndToEnd.Browsing;

public sealed class EmailEditionTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    // A mail client shows the message inside a page of its own, which has the landmarks.
    private static readonly string[] RulesOfWholePages = ["bypass", "landmark-one-main", "region"];

    [SkippableTheory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(600, false)]
    [InlineData(1200, false)]
    [InlineData(1200, true)]
    public async Task The_email_edition_is_accessible_and_fits(int width, bool dark)
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        foreach (var email in sample.Emails)
        {
            browser.Open(email, new View(width, dark));
            Assert.Empty(browser.AxeViolations(RulesOfWholePages));
            Assert.Equal(0, browser.Overflow);
        }
    }
}
