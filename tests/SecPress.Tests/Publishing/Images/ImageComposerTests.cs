using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Publishing.Images;
using SecPress.Tests.Support;
using SkiaSharp;

namespace SecPress.Tests.Publishing.Images;

public sealed class ImageComposerTests
{
    private static readonly ShareCard Card = new(
        "share/a.png", "The Rivers Bulletin", "June", "29 June 2017", "#1d5fa8", [new ShareMark("#1d5fa8", 1), new ShareMark("#2f6f3e", 2), new ShareMark("#8a6100", 3)]);

    [Fact]
    public void A_photograph_becomes_smaller_at_every_width()
    {
        var jpeg = Pictures.Photograph(2400, 600);
        var made = MakePictures(("photo.jpg", jpeg));
        Assert.Equal(5, made.Count);
        foreach (var (path, bytes) in made)
        {
            var width = int.Parse(path.Split('.')[^2], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(bytes.Length < jpeg.Length, path);
            var header = ImageHeader.Read(bytes)!;
            Assert.Equal(new ImageSize(width, width / 4), header.Size);
            Assert.Equal(path.EndsWith(".webp", StringComparison.Ordinal) ? ImageFormat.WebP : ImageFormat.Jpeg, header.Format);
            using var image = Pictures.Decode(bytes);
            Assert.True(IsRed(image.GetPixel(width / 16, width / 64)), path);
            Assert.False(IsRed(image.GetPixel(width - 4, width / 64)), path);
        }
    }

    [Theory]
    [InlineData(1, 0.1, 0.1)]
    [InlineData(2, 0.9, 0.1)]
    [InlineData(3, 0.9, 0.9)]
    [InlineData(4, 0.1, 0.9)]
    [InlineData(5, 0.1, 0.1)]
    [InlineData(6, 0.9, 0.1)]
    [InlineData(7, 0.9, 0.9)]
    [InlineData(8, 0.1, 0.9)]
    public void A_photograph_stands_as_the_camera_was_held(byte orientation, double x, double y)
    {
        var made = MakePictures(("photo.jpg", Pictures.WithExif(Pictures.Photograph(1000, 600), orientation)));
        var (width, height) = orientation < 5 ? (480, 288) : (480, 800);
        using var image = Pictures.Decode(made.Single(m => m.Key.Contains(".480.", StringComparison.Ordinal)).Value);
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.True(IsRed(image.GetPixel((int)(x * width), (int)(y * height))));
        Assert.False(IsRed(image.GetPixel((int)((1 - x) * width), (int)((1 - y) * height))));
    }

    [Fact]
    public void Nothing_tells_where_a_photograph_was_taken()
    {
        var jpeg = Pictures.WithExif(Pictures.Photograph(2000, 500), 1);
        Assert.Contains("GPSLatitude", Encoding.Latin1.GetString(jpeg), StringComparison.Ordinal);
        foreach (var (path, bytes) in MakePictures(("photo.jpg", jpeg)))
        {
            var text = Encoding.Latin1.GetString(bytes);
            Assert.All(["GPS", "Exif", "EXIF", "ICC", "XMP"], word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"{path} has {word}"));
        }
    }

    [Fact]
    public void A_drawing_keeps_every_pixel()
    {
        var png = Pictures.Drawing(700, 400);
        var widest = MakePictures(("plot.png", png)).Last();
        Assert.EndsWith(".700.webp", widest.Key, StringComparison.Ordinal);
        using var before = Pictures.Decode(png);
        using var after = Pictures.Decode(widest.Value);
        Assert.Equal(before.Pixels, after.Pixels);
        Assert.Contains(after.Pixels, p => p.Alpha == 0);
    }

    [Fact]
    public void An_image_that_is_poor_already_is_made_no_larger()
    {
        var jpeg = Pictures.Photograph(900, 600, quality: 3);
        Assert.All(MakePictures(("photo.jpg", jpeg)), made => Assert.True(made.Value.Length < jpeg.Length));
    }

    [Fact]
    public void A_tall_image_that_the_format_cannot_hold_is_left_out_at_that_width()
    {
        var made = MakePictures(("scroll.png", Pictures.Drawing(600, 20_000)));
        Assert.Equal(["480"], made.Keys.Select(k => k.Split('.')[^2]));
    }

    [Theory]
    [InlineData("June", "The Rivers Bulletin")]
    [InlineData("Un été à la rivière : l’eau, les ponts et ce qu’il en coûte aux œuvres", "Bulletin des rivières")]
    [InlineData("六月通讯", "The Rivers Bulletin")]
    [InlineData("六月通讯", "河流")]
    [InlineData("", "")]
    [InlineData("A word like Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft does not fit", "B")]
    public void An_image_to_share_is_a_small_png_whatever_its_title(string title, string publication)
    {
        var bytes = Draw(Card with { Title = title, Publication = publication });
        Assert.InRange(bytes.Length, 1000, 40_000);
        Assert.Equal(new ImageHeader(ImageFormat.Png, new ImageSize(1200, 630)), ImageHeader.Read(bytes));
        using var image = Pictures.Decode(bytes);
        Assert.Equal(SKColor.Parse("#1d5fa8"), image.GetPixel(600, 5));
        Assert.Equal(SKColors.White, image.GetPixel(30, 300));
        AssertInkStaysInside(image);
    }

    [Fact]
    public void A_title_without_end_is_cut_off_and_one_that_cannot_be_set_is_left_out()
    {
        AssertInkStaysInside(Pictures.Decode(Draw(Card with { Title = string.Concat(Enumerable.Repeat("Consultations and their consequences, ", 100)) })));
        AssertInkStaysInside(Pictures.Decode(Draw(Card with { Title = new string('W', 5000) })));
        var withoutTitle = Draw(Card with { Title = "" });
        Assert.Equal(withoutTitle, Draw(Card with { Title = "نشرة" }));
        Assert.Equal(Draw(Card with { Title = "June" }), Draw(Card with { Title = " 🎉 June\u200B\n" }));
    }

    [Fact]
    public void Every_mark_is_drawn_in_its_own_colour()
    {
        using var image = Pictures.Decode(Draw(Card));
        var colours = image.Pixels.Distinct().ToHashSet();
        Assert.All(Card.Marks, m => Assert.Contains(SKColor.Parse(m.Colour), colours));
    }

    [Fact]
    public void Icons_are_drawn_in_their_sizes()
    {
        var plan = ImagePlan.Of(Pictures.Showing());
        var made = ImageComposer.Compose(plan).ToDictionary(c => c.OutputPath, c => c.Make(new DiagnosticBag())!);
        Assert.Equal(new ImageSize(180, 180), ImageSize.Read(made["apple-touch-icon.png"]));
        Assert.Equal(new ImageSize(192, 192), ImageSize.Read(made["icon-192.png"]));
        Assert.Equal(new ImageSize(512, 512), ImageSize.Read(made["icon-512.png"]));
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32], made["favicon.ico"][..8]);
        Assert.Equal(new ImageSize(32, 32), ImageSize.Read(made["favicon.ico"].AsSpan(22)));
        using var icon = Pictures.Decode(made["icon-192.png"]);
        Assert.Equal(0, icon.GetPixel(0, 0).Alpha);
        using var touch = Pictures.Decode(made["apple-touch-icon.png"]);
        Assert.Equal(255, touch.GetPixel(0, 0).Alpha);
    }

    [Fact]
    public void A_key_changes_with_all_that_is_drawn_and_with_nothing_else()
    {
        string Key(ShareCard card) => ImageComposer.Of(card).Key!;
        Assert.Equal(Key(Card), Key(Card with { Marks = [.. Card.Marks] }));
        ShareCard[] others =
        [
            Card with { Title = "July" }, Card with { Publication = "The Rivers" }, Card with { Line = "30 June 2017" },
            Card with { Accent = "#000000" }, Card with { Marks = [] }, Card with { Marks = Card.Marks.RemoveAt(0) },
            Card with { Publication = "The Rivers BulletinJune", Title = "" },
        ];
        Assert.Equal(others.Length + 1, others.Append(Card).Select(Key).Distinct().Count());
    }

    private static byte[] Draw(ShareCard card) => ImageComposer.Of(card).Make(new DiagnosticBag())!;

    private static SortedDictionary<string, byte[]> MakePictures(params (string Name, byte[] Bytes)[] files)
    {
        var plan = ImagePlan.Of(Pictures.Showing(files));
        var made = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var composition in ImageComposer.Compose(plan).Where(c => c.OutputPath.StartsWith("images/", StringComparison.Ordinal)))
        {
            made.Add(composition.OutputPath, composition.Make(new DiagnosticBag())!);
        }

        return made;
    }

    private static bool IsRed(SKColor colour) => colour is { Red: > 170, Green: < 70, Blue: < 70 };

    private static void AssertInkStaysInside(SKBitmap image)
    {
        for (var y = 22; y < image.Height; y++)
        {
            Assert.Equal(SKColors.White, image.GetPixel(60, y));
            Assert.Equal(SKColors.White, image.GetPixel(1140, y));
        }

        for (var x = 0; x < image.Width; x++)
        {
            Assert.Equal(SKColors.White, image.GetPixel(x, 40));
            Assert.Equal(SKColors.White, image.GetPixel(x, 600));
        }
    }
}
