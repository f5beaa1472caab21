using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Support;
using SkiaSharp;

namespace SecPress.Tests.Model.Images;

public sealed class ImagePlanTests
{
    [Fact]
    public void Never_enlarges_and_skips_a_width_that_would_save_nothing()
    {
        Assert.Equal("480w 800w 1280w 1600w, fallback 1600 jpg", Forms("photo.jpg", Pictures.Photograph(2000, 500)));
        Assert.Equal("480w 800w 1280w 1600w", Forms("photo.jpg", Pictures.Photograph(1600, 400)));
        Assert.Equal("480w 850w", Forms("photo.jpg", Pictures.Photograph(850, 400)));
        Assert.Equal("300w", Forms("photo.jpg", Pictures.Photograph(300, 200)));
        Assert.Equal("480w 800w 1280w 1600w, fallback 1600 png", Forms("plot.png", Pictures.Photograph(1700, 100, SKEncodedImageFormat.Png)));
    }

    [Fact]
    public void An_image_that_is_webp_is_its_own_widest_form()
    {
        Assert.Equal("480w 800w", Forms("photo.webp", Pictures.Photograph(1000, 400, SKEncodedImageFormat.Webp)));
        Assert.Equal("as it is", Forms("photo.webp", Pictures.Photograph(400, 300, SKEncodedImageFormat.Webp)));
    }

    [Fact]
    public void Small_files_drawings_in_svg_and_what_is_no_image_are_used_as_they_are()
    {
        Assert.Equal("as it is", Forms("dot.png", Pictures.Drawing(40, 4)));
        Assert.Equal("as it is", Forms("plot.svg", [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8, .. new byte[5000]]));
        Assert.Equal("as it is", Forms("letter.png", [.. "Dear editor"u8, .. new byte[5000]]));
    }

    [Fact]
    public void The_content_and_not_the_name_says_what_an_image_is() =>
        Assert.Equal("480w 800w 1280w 1600w, fallback 1600 jpg", Forms("photo.png", Pictures.Photograph(1700, 100)));

    [Fact]
    public void The_name_of_a_form_changes_with_the_image_and_stands_beside_it()
    {
        var bytes = Pictures.Photograph(500, 300);
        var before = Plan("a photo.of it.jpg", bytes).Pictures.Single();
        Assert.Matches(@"^images/a photo\.of it\.[0-9a-f]{10}\.500\.webp$", before.WebP[^1].Path);
        Assert.Equal(before.WebP.Select(v => v.Path), Plan("a photo.of it.jpg", bytes).Pictures.Single().WebP.Select(v => v.Path));
        Assert.NotEqual(before.WebP[^1].Path, Plan("a photo.of it.jpg", [.. bytes, 0]).Pictures.Single().WebP[^1].Path);
    }

    [Fact]
    public void Draws_an_image_to_share_for_the_site_and_each_issue_without_one_of_its_own()
    {
        var own = ModelBuilder.Issue("own", new LocalDate(2017, 5, 1)) with { Image = new Reference("/x.png", TextSpan.None) };
        var site = ModelBuilder.Site(
            ModelBuilder.Issue("old", new LocalDate(2017, 4, 1)), own, ModelBuilder.Issue("new", new LocalDate(2017, 6, 1)));
        string[] Paths(ShareImages share) =>
        [
            .. ImagePlan.Of(ModelBuilder.Assemble(site with { Settings = site.Settings with { ShareImages = share } }, out _)).Cards.Select(c => c.Path),
        ];
        Assert.Equal(["share.png", "share/new.png", "share/old.png"], Paths(ShareImages.All));
        Assert.Equal(["share.png", "share/new.png"], Paths(ShareImages.Latest));
        Assert.Empty(Paths(ShareImages.None));
    }

    [Fact]
    public void An_issue_without_an_image_to_share_takes_the_sites()
    {
        var publication = Pictures.Showing(s => s with { ShareImages = ShareImages.Latest });
        var plan = ImagePlan.Of(publication);
        Assert.Equal("share/2017-06.png", plan.CardOf(publication.Latest)!.Path);
        Assert.Equal("share.png", plan.CardOf(ModelBuilder.Issue("other", new LocalDate(2017, 1, 1)))!.Path);
        Assert.Equal("share.png", plan.CardOf(null)!.Path);
        Assert.Null(ImagePlan.None.CardOf(null));
    }

    [Fact]
    public void A_file_of_the_content_takes_the_place_of_one_that_would_be_drawn()
    {
        var site = ModelBuilder.Site(ModelBuilder.Issue("a", new LocalDate(2017, 6, 1))) with
        {
            Assets = [new Asset("favicon.ico", "content/favicon.ico", []), new Asset("Share.png", "content/Share.png", [])],
        };
        var plan = ImagePlan.Of(ModelBuilder.Assemble(site, out _));
        Assert.Equal(["apple-touch-icon.png", "icon-192.png", "icon-512.png"], plan.Icons.Select(i => i.Path));
        Assert.Equal(["share/a.png"], plan.Cards.Select(c => c.Path));
    }

    private static ImagePlan Plan(string name, byte[] bytes) => ImagePlan.Of(Pictures.Showing((name, bytes)));

    private static string Forms(string name, byte[] bytes)
    {
        if (Plan(name, bytes).Pictures.SingleOrDefault() is not { } picture)
        {
            return "as it is";
        }

        var fallback = picture.Fallback is { } f ? $", fallback {f.Size.Width} {Path.GetExtension(f.Path)[1..]}" : "";
        return string.Join(' ', picture.WebP.Select(v => $"{v.Size.Width}w")) + fallback;
    }
}
