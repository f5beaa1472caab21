using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Sites;

namespace SecPress.Publishing.Images;

/// <summary>
/// Looks at what a plan is to be made from, before a page is rendered that refers to it: an image that cannot be decoded is shown as
/// it is, and on a machine that cannot draw the site does without all that would have to be drawn.
/// </summary>
public sealed class ImageExaminer(DiagnosticBag diagnostics, int jobs)
{
    private static readonly FrozenSet<string> RasterExtensions =
        new[] { ".png", ".jpg", ".jpeg", ".gif", ".webp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="publication">What is published.</param>
    /// <param name="writer">Where to, so that nothing is examined that stands there already; null to examine everything.</param>
    /// <param name="cancellationToken">Ends the examination.</param>
    /// <returns>What of the publication's plan can be carried out.</returns>
    public ImagePlan Examine(Publication publication, SiteWriter? writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(publication);
        foreach (var asset in ImagePlan.Shown(publication))
        {
            LookAt(asset);
        }

        var plan = ImagePlan.Of(publication);
        bool IsMade(Composition made) => writer?.Has(made.OutputPath, made.Key!) == true;
        ImmutableArray<T> Unmade<T>(ImmutableArray<T> all, Func<T, bool> isMade) =>
        [
            .. all.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithCancellation(cancellationToken).Where(one => !isMade(one)),
        ];

        var pictures = Unmade(plan.Pictures, p => ImageComposer.Of(p).All(IsMade));
        var drawsNothing = pictures.IsEmpty
            && Unmade(plan.Cards, c => IsMade(ImageComposer.Of(c))).IsEmpty
            && Unmade(plan.Icons, i => IsMade(ImageComposer.Of(i))).IsEmpty;
        if (drawsNothing)
        {
            return plan;
        }

        if (SkiaLibrary.Fault is { } fault)
        {
            diagnostics.Add(NothingDrawn(fault));
            return ImagePlan.None;
        }

        var unreadable = Unmade(pictures, PictureResizer.CanRead).ToHashSet();
        foreach (var picture in unreadable)
        {
            diagnostics.Add(Unreadable(picture.Source));
        }

        return plan.Without(unreadable);
    }

    /// <summary>
    /// The publication's plan, unless nothing can be drawn on this machine: what a preview refers to, which makes an image when it is
    /// looked at, and learns only then whether it can.
    /// </summary>
    public ImagePlan Sketch(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        foreach (var asset in ImagePlan.Shown(publication))
        {
            LookAt(asset);
        }

        if (SkiaLibrary.Fault is { } fault)
        {
            diagnostics.Add(NothingDrawn(fault));
            return ImagePlan.None;
        }

        return ImagePlan.Of(publication);
    }

    private void LookAt(Asset asset)
    {
        var header = ImageHeader.Read(asset.Bytes.AsSpan());
        if (header is null && RasterExtensions.Contains(Path.GetExtension(asset.Path)))
        {
            diagnostics.Add(Unreadable(asset));
        }
        else if (header is { Size: { Pixels: > Picture.MostPixels } size })
        {
            diagnostics.Add(new Diagnostic(
                PublishingRules.HugeImage,
                null,
                $"the image is {size.Width} by {size.Height} pixels, more than {Picture.MostPixels / 1_000_000} million, and is not resized",
                "Make it smaller: whoever reads the page has to load all of it.")
            { Path = asset.Origin });
        }
    }

    private static Diagnostic NothingDrawn(string fault) => new(
        PublishingRules.NothingDrawn,
        null,
        $"the library that draws cannot be loaded here: {fault}",
        "The site is built without resized images, images to share and icons; build it on another machine to have them.")
    {
        Path = "libSkiaSharp",
    };

    internal static Diagnostic Unreadable(Asset asset) => new(
        PublishingRules.UnreadableImage,
        null,
        "the image cannot be decoded, so it is damaged or not what its name says, and is published as it is",
        "Save it again as PNG, JPEG or WebP.")
    { Path = asset.Origin };
}
