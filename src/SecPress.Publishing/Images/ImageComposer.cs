using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecPress.Model.Images;
using SecPress.Model.Sites;

namespace SecPress.Publishing.Images;

/// <summary>The files of an image plan, each under a key that says what it is made from.</summary>
public static class ImageComposer
{
    public static ImmutableArray<Composition> Compose(ImagePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Pictures.SelectMany(Of), .. plan.Cards.Select(Of), .. plan.Icons.Select(Of)];
    }

    public static IEnumerable<Composition> Of(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return picture.Variants.Select(variant => Of(picture, variant));
    }

    public static Composition Of(ShareCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new Composition(card.Path, "the image to be shared", _ => ShareCardDrawer.Draw(card))
        {
            Key = Key(
            [
                ShareCardDrawer.Version, card.Publication, card.Title, card.Line, card.Accent,
                .. card.Marks.Select(m => m.Colour + Text(m.Shape)),
            ]),
        };
    }

    public static Composition Of(SiteIcon icon)
    {
        ArgumentNullException.ThrowIfNull(icon);
        return new Composition(icon.Path, "the icon of the site", _ => IconDrawer.Draw(icon))
        {
            Key = Key(IconDrawer.Version, Text(icon.Size), icon.Initial, icon.Accent, icon.Bleeds ? "bleeds" : "rounded", Path.GetExtension(icon.Path)),
        };
    }

    private static Composition Of(Picture picture, ImageVariant variant) =>
        new(variant.Path, picture.Source.Origin, bag =>
        {
            var bytes = PictureResizer.Make(picture, variant);
            if (bytes is null)
            {
                bag.Add(ImageExaminer.Unreadable(picture.Source));
            }

            return bytes;
        })
        {
            Key = Key(PictureResizer.Version, picture.Sha256, variant.Format.ToString(), Text(variant.Size.Width), Text(variant.Size.Height)),
        };

    // Each text with its length before it: no two lists of texts are one.
    private static string Key(params ReadOnlySpan<string> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts)
        {
            all.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
