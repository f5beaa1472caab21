using System.Text.RegularExpressions;
using SecPress.Model.Documents;
using SecPress.Model.Images;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Tests.Model;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering;

public sealed partial class PictureTests
{
    private static readonly Publication Publication = Pictures.Showing(
        ("first.jpg", Pictures.Photograph(700, 400)),
        ("huge & wide.jpg", Pictures.WithExif(Pictures.Photograph(600, 2000), 6)),
        ("dot.png", Pictures.Drawing(40, 4)));

    [Fact]
    public void Browsers_choose_a_form_and_only_what_is_seen_at_once_does_not_wait() =>
        Golden.Verify(Print(LinkStyle.Relative, o => o), "html");

    [Fact]
    public void Mail_clients_and_feed_readers_get_the_image_itself() =>
        Golden.Verify(Print(LinkStyle.Absolute, o => o with { Images = ImagePlan.None, Scrolling = false, WidestImage = 536 }), "html");

    [Fact]
    public void An_image_below_the_first_block_waits()
    {
        var html = Print(LinkStyle.Relative, o => o, P("Words first."));
        Assert.DoesNotContain("fetchpriority", html, StringComparison.Ordinal);
        Assert.Equal(3, html.Split("loading=\"lazy\"").Length - 1);
    }

    [Fact]
    public void Pages_name_the_image_they_are_shared_with()
    {
        var files = Rendered.All(SamplePublication.Build(), ImagePlan.Of);
        Assert.Equal(
            """
            <meta property="og:image" content="https://bulletin.example.org/news/share/2017-06.png">
            <meta property="og:image:width" content="1200">
            <meta property="og:image:height" content="630">
            """.ReplaceLineEndings("\n"),
            string.Join('\n', files["issues/2017-06/index.html"].Split('\n').Where(l => l.Contains("og:image", StringComparison.Ordinal)).Take(3)));
        Assert.Contains("content=\"https://bulletin.example.org/news/share.png\"", files["index.html"], StringComparison.Ordinal);
        Assert.Contains("summary_large_image", files["about/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("og:image", files["404.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("share/2017-07.png", files["issues/2017-07/index.html"], StringComparison.Ordinal);
        Golden.Verify(Fingerprint().Replace(files["manifest.webmanifest"], "."), "json");
    }

    private static string Print(LinkStyle style, Func<HtmlPrinterOptions, HtmlPrinterOptions> change, params Block[] before)
    {
        var page = Publication.PageOf(Publication.Latest!);
        var body = page.Body with { Blocks = [.. before, .. page.Body.Blocks] };
        return Fingerprint().Replace(
            HtmlPrinter.Print(body, change(new HtmlPrinterOptions
            {
                Links = new LinkWriter(Publication.Map, page, style),
                Labels = ModelBuilder.Labels,
                Images = ImagePlan.Of(Publication),
            })).Text,
            ".");
    }

    // The encoder's bytes are not what these tests are about.
    [GeneratedRegex(@"\.[0-9a-f]{10}\.")]
    private static partial Regex Fingerprint();
}
