using System.Collections.Immutable;
using NodaTime;
using SecPress.Checks;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Tests.Model;
using SecPress.Tests.Support;

namespace SecPress.Tests.Checks;

public sealed class LinkChecksTests
{
    private const string Text = "See the archive, the picture and the section.\n";

    [Theory]
    [InlineData("/archiv/", "SP040")]
    [InlineData("#dates-to-kep", "SP041")]
    [InlineData("reprt.pdf", "SP042")]
    [InlineData("2017-05.md", "SP042")]
    [InlineData(" ", "SP043")]
    [InlineData("javascript:alert(1)", "SP044")]
    public void Finds_a_link_that_leads_nowhere(string url, string code) =>
        Assert.Equal([code], Codes(IssueWith(Body(new Link(new TextSpan(4, 15), url, null, ModelBuilder.Text("the archive"))))));

    [Theory]
    [InlineData("/archive/")]
    [InlineData("#dates-to-keep")]
    [InlineData("report.pdf")]
    [InlineData("https://example.com/")]
    [InlineData("mailto:a@example.com")]
    public void Says_nothing_of_a_link_that_leads_somewhere(string url) =>
        Assert.Empty(Codes(IssueWith(Body(new Link(new TextSpan(4, 15), url, null, ModelBuilder.Text("the archive"))))));

    [Theory]
    [InlineData("missing.png", "SP045")]
    [InlineData("/archive/", "SP045")]
    [InlineData("https://example.com/a.png", "SP046")]
    [InlineData("report.pdf", null)]
    public void Looks_for_images(string url, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(IssueWith(Body(new Image(new TextSpan(17, 28), url, "A picture", null)))));

    [Fact]
    public void Finds_a_highlight_and_a_revision_of_a_section_that_is_not_there()
    {
        var issue = IssueWith(Body()) with
        {
            Highlights = [ModelBuilder.Highlight("Dates", "#dates-to-kep"), ModelBuilder.Highlight("Dates", "dates-to-keep")],
            Revisions = [new Revision(new LocalDate(2017, 7, 1), "A date", ["nowhere"], new TextSpan(0, 3))],
        };
        Assert.Equal(["SP047", "SP047"], Codes(issue));
    }

    [Fact]
    public void Finds_links_of_front_matter()
    {
        var target = new Reference("/nowhere/", new TextSpan(0, 3));
        var issue = IssueWith(Body()) with { Links = [new TitledLink("A", target)] };
        Assert.Equal(["SP040"], Codes(issue));
    }

    [Theory]
    [InlineData("/old/", null)]
    [InlineData("/old/?a=b", "SP048")]
    [InlineData("/../old/", "SP048")]
    public void Refuses_an_alias_that_is_no_address(string alias, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            Codes(IssueWith(Body()) with { Aliases = [new Reference(alias, new TextSpan(0, 3))] }));

    [Fact]
    public void Says_where_a_broken_link_stands_and_what_was_meant() =>
        Golden.Verify(DiagnosticText.Of(Check(IssueWith(Body(
            new Link(new TextSpan(4, 15), "/archiv/", null, ModelBuilder.Text("the archive")),
            new Link(new TextSpan(33, 44), "#dates-to-kep", null, ModelBuilder.Text("the section")))))));

    private static Issue IssueWith(Document body) => ModelBuilder.Issue("2017-06", new LocalDate(2017, 6, 29)) with
    {
        Source = new SourceFile("content/issues/2017-06.md", Text),
        Body = body,
    };

    private static Document Body(params Inline[] inlines) => new(
        [new Paragraph(default, [.. inlines]), new Heading(default, 2, "dates-to-keep", ModelBuilder.Text("Dates to keep"))], []);

    private static IEnumerable<string> Codes(Issue issue) => Check(issue).ToSorted().Select(d => d.Rule.Code);

    private static DiagnosticBag Check(Issue issue)
    {
        var site = ModelBuilder.Site(issue) with
        {
            Assets = [new Asset("issues/report.pdf", "content/issues/report.pdf", ImmutableArray<byte>.Empty)],
        };
        var publication = ModelBuilder.Assemble(site, out _);
        var bag = new DiagnosticBag();
        PublicationChecks.Run(publication, bag);
        return bag;
    }
}
