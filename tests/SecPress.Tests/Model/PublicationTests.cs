using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Model;

public sealed class PublicationTests
{
    private static readonly Issue May = ModelBuilder.Issue("2017-05", new LocalDate(2017, 5, 25));
    private static readonly Issue June = ModelBuilder.Issue("2017-06", new LocalDate(2017, 6, 29));
    private static readonly Issue July = ModelBuilder.Issue("2017-07", new LocalDate(2017, 7, 27));

    [Fact]
    public void Puts_the_newest_issue_first()
    {
        var publication = ModelBuilder.Assemble(ModelBuilder.Site(May, June), out _);
        Assert.Equal(["2017-06", "2017-05"], publication.Issues.Select(i => i.Slug));
        Assert.Equal((May, null), publication.Neighbours(June));
    }

    [Fact]
    public void Leaves_out_drafts_and_the_future_and_says_when_it_will_next_change()
    {
        var publication = ModelBuilder.Assemble(ModelBuilder.Site(May with { Draft = true }, June, July), out _);
        Assert.Equal(["2017-06"], publication.Issues.Select(i => i.Slug));
        Assert.Equal(["2017-07", "2017-05"], publication.Skipped.Select(s => s.Issue.Slug));
        Assert.Equal(Instant.FromUtc(2017, 7, 26, 23, 0), publication.NextChange);
    }

    [Fact]
    public void Takes_in_drafts_and_the_future_when_asked()
    {
        var publication = ModelBuilder.Assemble(ModelBuilder.Site(May with { Draft = true }, July), out _, drafts: true, future: true);
        Assert.Equal(2, publication.Issues.Length);
        Assert.Null(publication.NextChange);
    }

    [Fact]
    public void An_issue_with_a_time_waits_for_it_in_the_sites_zone()
    {
        var today = June with { Sent = new LocalDate(2017, 7, 1), SentTime = new LocalTime(13, 0) };
        Assert.Single(ModelBuilder.Assemble(ModelBuilder.Site(today), out _).Issues);
        var later = today with { SentTime = new LocalTime(13, 1) };
        Assert.Empty(ModelBuilder.Assemble(ModelBuilder.Site(later), out _).Issues);
    }

    [Fact]
    public void Refuses_two_sources_for_one_address_and_names_both()
    {
        var twin = June with { Source = new SourceFile("content/issues/june/index.md", "---\ntitle: 2017-06\n---\n") };
        var site = ModelBuilder.Site(June, twin) with { Pages = [ModelBuilder.Page("archive"), ModelBuilder.Page("about", "/issues/2017-06")] };
        ModelBuilder.Assemble(site, out var diagnostics);
        Golden.Verify(DiagnosticText.Of(diagnostics));
    }

    [Fact]
    public void Says_so_when_there_is_nothing_to_publish()
    {
        ModelBuilder.Assemble(ModelBuilder.Site(July), out var diagnostics);
        Golden.Verify(DiagnosticText.Of(diagnostics));
    }

    [Theory]
    [InlineData(PublishedEditions.Latest, 1)]
    [InlineData(PublishedEditions.All, 2)]
    [InlineData(PublishedEditions.None, 0)]
    public void Publishes_the_editions_the_site_asks_for(PublishedEditions editions, int expected)
    {
        var site = ModelBuilder.Site(May, June);
        site = site with { Settings = site.Settings with { Email = new EmailSettings { Editions = editions, From = new Mailbox("", "post@example.org") } } };
        var publication = ModelBuilder.Assemble(site, out _);
        Assert.Equal(expected, publication.Map.Pages.OfType<EditionFile>().Count(f => f.Format == EditionFormat.Eml));
    }

    [Fact]
    public void Publishes_no_message_while_nobody_sends_it()
    {
        var publication = ModelBuilder.Assemble(ModelBuilder.Site(June), out _);
        Assert.Equal([EditionFormat.Html, EditionFormat.Text], publication.Map.Pages.OfType<EditionFile>().Select(f => f.Format).Order());
    }

    [Fact]
    public void Permalinks_may_carry_the_date()
    {
        var site = ModelBuilder.Site(June);
        site = site with { Settings = site.Settings with { IssuePermalink = "/{year}/{month}/{day}/{slug}/" } };
        var publication = ModelBuilder.Assemble(site, out _);
        Assert.Equal("2017/06/29/2017-06/", publication.PageOf(June).Path);
    }
}
