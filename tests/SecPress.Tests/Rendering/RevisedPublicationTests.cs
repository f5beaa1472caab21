using System.Text;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering;
using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering;

public sealed class RevisedPublicationTests
{
    private const string Before = "---\ntitle: June\nsent: 2017-06-29\nseries: keys\ntags: [power]\n---\n\n## News\n\nCP001 was raised.\n";

    [Fact]
    public void Shows_the_new_text_as_a_publication_put_together_anew_does()
    {
        var (old, anew) = (Site(Before), Site(Before.Replace("was raised", "was raised, and [more](#news) was said", StringComparison.Ordinal)));
        var publication = Assemble(old);
        var revised = publication.Revise(anew, [(publication.Issues[1], anew.Issues[2])]);
        Assert.NotNull(revised);
        foreach (var path in new[] { "issues/2017-06/index.html", "issues/2017-07/index.html", "index.html", "archive/index.html", "proposals/cp001/index.html" })
        {
            Assert.Equal(File(Assemble(anew), path), File(revised, path));
        }

        Assert.Same(anew.Issues[2], revised.Issues[1]);
        Assert.Equal(publication.Issues[0], revised.Neighbours(anew.Issues[2]).Newer);
    }

    [Fact]
    public void Revised_twice_shows_the_latest()
    {
        var (old, first, second) = (Site(Before), Site(Before + "\nOne.\n"), Site(Before + "\n## Two {#two}\n\nTwo.\n"));
        var publication = Assemble(old);
        var revised = publication.Revise(first, [(publication.Issues[1], first.Issues[2])])!.Revise(second, [(first.Issues[2], second.Issues[2])]);
        Assert.NotNull(revised);
        Assert.Equal(File(Assemble(second), "issues/2017-06/index.html"), File(revised, "issues/2017-06/index.html"));
        var page = revised.PageOf(second.Issues[2]);
        Assert.Same(page, revised.Map.Find("issues/2017-06/"));
        Assert.IsType<PageTarget>(revised.Map.Resolve(revised.PageOf(revised.Issues[0]), "/issues/2017-06/#two"));
    }

    [Theory]
    [InlineData("sent: 2017-06-29", "sent: 2017-06-30")]
    [InlineData("title: June\n", "title: June\nslug: june\n")]
    [InlineData("title: June\n", "title: June\ndraft: true\n")]
    [InlineData("series: keys\n", "")]
    [InlineData("title: June\n", "title: June\naliases: [/old/]\n")]
    public void An_issue_that_would_be_sought_elsewhere_is_not_revised(string text, string changed)
    {
        var (old, anew) = (Site(Before), Site(Before.Replace(text, changed, StringComparison.Ordinal)));
        var publication = Assemble(old);
        Assert.Null(publication.Revise(anew, [(publication.Issues[1], anew.Issues.Single(i => i.Title == "June"))]));
    }

    private static Site Site(string june)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + "series: [{ id: keys, name: Keys }]\n");
        folder.Write("content/issues/2017-01.md", "---\ntitle: January\nsent: 2017-01-26\nseries: keys\ntags: [power]\n---\n\nWords.\n");
        folder.Write("content/issues/2017-02.md", "---\ntitle: February\nsent: 2017-02-23\n---\n\nWords.\n");
        folder.Write("content/issues/2017-06.md", june);
        folder.Write("content/issues/2017-07.md", "---\ntitle: July\nsent: 2017-07-27\n---\n\nSee [June](2017-06.md#news).\n");
        var bag = new DiagnosticBag();
        var site = SiteParser.Parse(SourceTree.Read(folder.Path, bag, CancellationToken.None), bag)!;
        Assert.Equal("", DiagnosticText.Of(bag));
        return site;
    }

    private static Publication Assemble(Site site) =>
        Publication.Assemble(site, new PublicationOptions(NodaTime.Instant.FromUtc(2017, 8, 1, 0, 0), Drafts: true), new DiagnosticBag());

    private static string File(Publication publication, string path)
    {
        var bag = new DiagnosticBag();
        var bytes = new Composer(publication, bag).Find(path)?.Make(bag);
        Assert.Equal("", DiagnosticText.Of(bag));
        return Encoding.UTF8.GetString(bytes!);
    }
}
