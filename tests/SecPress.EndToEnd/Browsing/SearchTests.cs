using System.Globalization;
using OpenQA.Selenium;

namespace SecPress.EndToEnd.Browsing;

public sealed class SearchTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    private const string Status = "#sp-search-status";
    private const string Results = "#sp-search-results > li";

    [SkippableFact]
    public async Task A_reader_with_a_keyboard_alone_searches_opens_what_was_found_and_comes_back()
    {
        var browser = await OpenAsync("");
        Assert.InRange(browser.TabTo("#sp-search-q"), 1, 15);
        browser.Type("smki recovery/" + Keys.Enter);
        browser.WaitFor(Status, "found");
        Assert.Equal("sp-search-q", browser.Focused);
        Assert.Equal("?q=smki+recovery%2F", browser.Address.Query);
        Assert.All(browser.Texts(Results), text => Assert.Contains("SMKI", text, StringComparison.Ordinal));
        Assert.Contains("Recovery", browser.Texts("#sp-search-results h2 mark"));

        browser.TabTo("#sp-search-results a");
        var heading = browser.Focused;
        browser.Type(Keys.Enter);
        browser.WaitFor("h1", "Newsletter");
        var anchor = Uri.UnescapeDataString(browser.Address.Fragment[1..]);
        Assert.Equal(heading, browser.Evaluate("return document.getElementById(arguments[0]).innerText", anchor));

        browser.GoBack();
        browser.WaitFor(Status, "found");
        Assert.Equal("smki recovery/", browser.Evaluate("return document.querySelector('#sp-search-q').value"));
        Assert.Empty(browser.ConsoleErrors());
    }

    [SkippableTheory]
    [InlineData("q=recov", "Recovery")]
    [InlineData("q=nominations", "nomination")]
    [InlineData("q=%22Business+Architecture+Document%22", "Architecture")]
    [InlineData("q=end-to-end", "End")]
    [InlineData("q=SECMP0036", "SECMP0036")]
    [InlineData("q=subcommittee", "Sub-Committee")]
    public async Task Words_are_found_by_their_beginnings_forms_phrases_and_numbers(string query, string marked)
    {
        var browser = await OpenAsync("?" + query);
        browser.WaitFor(Status, "found");
        browser.WaitFor("#sp-search-results mark", marked);
    }

    [SkippableFact]
    public async Task Words_in_quotation_marks_must_follow_one_another()
    {
        var browser = await OpenAsync("?q=document+architecture");
        browser.WaitFor(Status, "found");
        await OpenAsync("?q=%22document+architecture%22");
        browser.WaitFor(Status, "Nothing found");
        Assert.NotEmpty(browser.Texts("#sp-search-help:not([hidden]) li"));
    }

    [SkippableFact]
    public async Task A_search_is_narrowed_by_year_committee_and_number()
    {
        var all = await CountAsync("?q=meeting");
        var ofPanel = await CountAsync("?q=meeting&committee=panel");
        var ofNumber = await CountAsync("?q=consultation&number=SECMP0036");
        Assert.InRange(ofPanel, 1, all - 1);
        Assert.InRange(ofNumber, 1, await CountAsync("?q=consultation") - 1);
        Assert.InRange(await CountAsync("?q=meeting&year=2017"), 1, all);
    }

    [SkippableFact]
    public async Task More_results_are_shown_when_they_are_asked_for_and_the_first_of_them_has_the_focus()
    {
        var browser = await OpenAsync("?q=the");
        browser.WaitFor(Status, "found");
        Assert.Equal(10, browser.Texts(Results).Count);
        browser.TabTo("#sp-search-more");
        browser.Type(Keys.Enter);
        browser.WaitFor(Status, "first 20");
        Assert.Equal(browser.Texts("#sp-search-results > li:nth-child(11) a")[0], browser.Focused);
    }

    [SkippableTheory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task The_page_is_accessible_and_fits_with_results_on_it(int width, bool dark)
    {
        var browser = await OpenAsync("?q=security+committee", new View(width, dark));
        browser.WaitFor(Status, "found");
        Assert.NotEmpty(browser.Texts(Results));
        Assert.Empty(browser.AxeViolations());
        Assert.Equal(0, browser.Overflow);
        Assert.Empty(browser.ConsoleErrors());
    }

    [SkippableFact]
    public async Task Without_JavaScript_the_page_says_so_and_leads_to_the_archive()
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        browser.RunsScripts = false;
        try
        {
            browser.Open(new Uri(sample.Address, "search/"), new View(1280));
            Assert.Contains("Searching needs JavaScript", browser.VisibleText, StringComparison.Ordinal);
            Assert.Contains("Find an issue in the archive", browser.VisibleText, StringComparison.Ordinal);
            Assert.DoesNotContain("Search for", browser.VisibleText, StringComparison.Ordinal);
        }
        finally
        {
            browser.RunsScripts = true;
        }
    }

    [SkippableFact]
    public async Task The_page_says_so_when_the_index_cannot_be_read()
    {
        var browser = await OpenAsync("");
        browser.Evaluate("document.getElementById('sp-search').dataset.index = 'gone.json'");
        browser.TabTo("#sp-search-q");
        browser.Type("panel" + Keys.Enter);
        browser.WaitFor(Status, "could not be loaded");
    }

    private async Task<int> CountAsync(string query)
    {
        var browser = await OpenAsync(query);
        var said = browser.WaitFor(Status, "ound");
        return said.StartsWith("Nothing", StringComparison.Ordinal) ? 0 : int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private async Task<Browser> OpenAsync(string query, View? view = null)
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        browser.Open(new Uri(sample.Address, "search/" + query), view ?? new View(1280));
        return browser;
    }
}
