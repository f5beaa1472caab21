using System.Buffers.Binary;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Publishing;
using SecPress.Publishing.Images;
using SecPress.Tests.Support;
using SkiaSharp;

namespace SecPress.Tests.Publishing.Images;

public sealed class ImageExaminerTests
{
    [Fact]
    public void Images_that_cannot_be_made_smaller_are_named_and_shown_as_they_are()
    {
        var photograph = Pictures.Photograph(900, 600);
        var drawing = Pictures.Drawing(900, 600);
        var webP = Pictures.Photograph(900, 600, SKEncodedImageFormat.Webp);
        var publication = Pictures.Showing(
            ("good.jpg", photograph),
            ("wrong-extension.png", photograph),
            ("truncated.jpg", photograph[..(photograph.Length / 2)]),
            ("truncated.png", drawing[..(drawing.Length / 2)]),
            ("truncated.webp", webP[..(webP.Length / 2)]),
            ("header-alone.png", [.. drawing[..33], .. new byte[5000]]),
            ("no-image.gif", [.. "<html>"u8, .. new byte[5000]]),
            ("empty.png", []),
            ("bomb.png", Bomb(30_000, 30_000)),
            ("plot.svg", [.. "<svg"u8]));
        var bag = new DiagnosticBag();
        var plan = new ImageExaminer(bag, jobs: 2).Examine(publication, null, CancellationToken.None);
        Assert.Equal(["images/good.jpg", "images/wrong-extension.png"], plan.Pictures.Select(p => p.Source.Path));
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void Damage_anywhere_is_found_before_a_page_refers_to_what_cannot_be_made()
    {
        var image = Pictures.Photograph(700, 500, SKEncodedImageFormat.Png);
        var noise = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            var damaged = image.ToArray();
            for (var at = 0; at < 3; at++)
            {
                damaged[noise.Next(damaged.Length)] ^= (byte)noise.Next(1, 256);
            }

            var bag = new DiagnosticBag();
            var plan = new ImageExaminer(bag, jobs: 2).Examine(Pictures.Showing(("plot.png", damaged)), null, CancellationToken.None);
            foreach (var composition in ImageComposer.Compose(plan).Where(c => c.OutputPath.StartsWith("images/", StringComparison.Ordinal)))
            {
                Assert.NotNull(composition.Make(bag));
            }
        }
    }

    [Fact]
    public void What_stands_already_is_neither_examined_nor_made_again()
    {
        using var site = new PublishedSite();
        var publication = Pictures.Showing(("photo.jpg", Pictures.Photograph(900, 600)));
        Publish(site, publication, expectUnchanged: 0);
        Publish(site, publication, expectUnchanged: 9);
        site.Write("share.png", "scribble");
        File.Delete(site["icon-192.png"]);
        Publish(site, publication, expectUnchanged: 7);
        Assert.NotEqual("scribble", site.Read("share.png"));
        Assert.True(File.Exists(site["icon-192.png"]));
        Publish(site, publication, expectUnchanged: 9);
    }

    private static void Publish(PublishedSite site, SecPress.Model.Sites.Publication publication, int expectUnchanged)
    {
        var bag = new DiagnosticBag();
        using var writer = SiteWriter.Open(site.Output);
        var plan = new ImageExaminer(bag, jobs: 2).Examine(publication, writer, CancellationToken.None);
        var made = 0;
        var compositions = ImageComposer.Compose(plan).Select(c => c with
        {
            Make = findings =>
            {
                Interlocked.Increment(ref made);
                return c.Make(findings);
            },
        }).ToList();
        var result = writer.Stage([.. compositions], bag, jobs: 2).Commit();
        Assert.Equal("", DiagnosticText.Of(bag));
        Assert.Equal(expectUnchanged, result.Unchanged.Length);
        Assert.Equal(compositions.Count - expectUnchanged, made);
    }

    // A PNG of one chunk of zeros, whose header claims more pixels than any memory holds.
    private static byte[] Bomb(int width, int height)
    {
        var png = Pictures.Drawing(900, 600);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
