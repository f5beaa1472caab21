using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Html.Parser;
using NodaTime;
using SecPress.Checks.Editions;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;
using SecPress.Model.Sites;
using SecPress.Rendering.Email;
using SecPress.Rendering.Templates;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering.Email;

public sealed class EmailComposerTests
{
    private static readonly (Publication Publication, Edition Edition) Sample = Compose();

    [Fact]
    public void Makes_html_for_mail_clients() => Golden.Verify(Sample.Edition.Html.FillWithFallbacks(), "html");

    [Fact]
    public void Makes_plain_text_that_says_the_same() => Golden.Verify(Sample.Edition.Text.FillWithFallbacks());

    [Fact]
    public void Makes_a_page_for_browsers() =>
        Golden.Verify(Encoding.UTF8.GetString(EditionFiles.Make(Sample.Publication, Sample.Edition, EditionFormat.Html)), "html");

    [Fact]
    public void Tells_browsers_and_search_engines_what_the_page_is()
    {
        var html = Encoding.UTF8.GetString(EditionFiles.Make(Sample.Publication, Sample.Edition, EditionFormat.Html));
        var head = new HtmlParser().ParseDocument(html).Head!;
        Assert.Equal("noindex", head.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.NotNull(head.QuerySelector("link[rel=canonical]"));
        Assert.NotNull(head.QuerySelector("link[rel=icon]"));
    }

    [Fact]
    public void Passes_its_own_checks()
    {
        var bag = new DiagnosticBag();
        EditionChecks.Run(Sample.Edition, bag);
        Assert.Equal("", DiagnosticText.Of(bag));
    }

    [Fact]
    public void Leaves_places_for_what_differs_between_recipients()
    {
        var html = Sample.Edition.Html.Fill(f => f == "name" ? "A & B" : "https://notes.example.org/u/1?a=1&b=2", Escaping.Markup);
        Assert.Contains("Dear A &amp; B,", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("href=\"https://notes.example.org/u/1?a=1&amp;b=2\"").Length - 1);
        Assert.Contains("Dear Reader,", Sample.Edition.Text.FillWithFallbacks(), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_out_what_is_for_the_web_alone()
    {
        Assert.DoesNotContain("Only on the web", Sample.Edition.Html.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("Only on the web", Sample.Edition.Text.Flat, StringComparison.Ordinal);
    }

    private static (Publication Publication, Edition Edition) Compose([CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "Fixtures", "edition");
        var bag = new DiagnosticBag();
        var site = SiteParser.Parse(SourceTree.Read(folder, bag, CancellationToken.None), bag)!;
        var publication = Publication.Assemble(site, new PublicationOptions(Instant.FromUtc(2017, 7, 1, 12, 0)), bag);
        var edition = new EmailComposer(publication, new TemplateEngine(site.Templates, site.Labels)).Compose(publication.Latest!, bag);
        return (publication, edition ?? throw new InvalidOperationException(DiagnosticText.Of(bag)));
    }
}
