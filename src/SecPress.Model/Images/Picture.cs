using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using SecPress.Model.Sites;

namespace SecPress.Model.Images;

/// <summary>Another form of an image that is made from it: its file below the output folder, its size in pixels and its format.</summary>
public sealed record ImageVariant(string Path, ImageSize Size, ImageFormat Format);

/// <summary>
/// An image of the content in the forms that browsers choose from: WebP at several widths, none above its own, and a fallback for
/// those that know no WebP or no <c>srcset</c>.
/// </summary>
/// <param name="Source">The file in the content.</param>
/// <param name="Header">What it is.</param>
/// <param name="Sha256">The hash of its bytes, 64 lower case hexadecimal digits.</param>
/// <param name="WebP">Narrow to wide.</param>
/// <param name="Fallback">The image in its own format where it is wider than anybody needs; null when it is its own fallback.</param>
public sealed record Picture(Asset Source, ImageHeader Header, string Sha256, ImmutableArray<ImageVariant> WebP, ImageVariant? Fallback)
{
    /// <summary>The most pixels that are decoded: a photograph of 50 megapixels takes 200 MB of memory.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Nothing is shown wider: the column is 640 CSS pixels, twice that many on a fine screen, and some for zooming.</summary>
    public const int Widest = 1600;

    // A smaller file is a drawing or an icon, of which nothing can be saved that the extra markup would not cost again.
    private const int LeastBytes = 4096;

    // The format has fourteen bits for a side.
    private const int TallestWebP = 16383;

    private static readonly ImmutableArray<int> Steps = [480, 800, 1280];

    public IEnumerable<ImageVariant> Variants => Fallback is null ? WebP : WebP.Add(Fallback);

    /// <summary>Null for what is used as it is: animations, small files, what is too large to decode or not one of the formats.</summary>
    public static Picture? Plan(Asset source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (ImageHeader.Read(source.Bytes.AsSpan()) is not { IsAnimated: false } header
            || header.Size.Pixels > MostPixels
            || source.Bytes.Length < LeastBytes)
        {
            return null;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.AsSpan()));
        var name = source.Path[..^Path.GetExtension(source.Path).Length] + "." + sha256[..10];
        var widest = Math.Min(header.Size.Width, Widest);

        // A step that is nearly the whole width saves nothing.
        var widths = Steps.Where(s => s * 10 < widest * 9);
        var isWebP = header.Format == ImageFormat.WebP;
        if (!isWebP || header.Size.Width > Widest)
        {
            widths = widths.Append(widest);
        }

        ImageVariant Variant(int width, ImageFormat format) => new(
            string.Create(CultureInfo.InvariantCulture, $"{name}.{width}.{ExtensionOf(format)}"), header.Size.AtMost(width), format);
        var webP = widths.Select(w => Variant(w, ImageFormat.WebP)).Where(v => v.Size.Height <= TallestWebP).ToImmutableArray();
        var fallback = header.Size.Width > Widest && !isWebP ? Variant(Widest, header.Format == ImageFormat.Jpeg ? ImageFormat.Jpeg : ImageFormat.Png) : null;
        return webP.IsEmpty ? null : new Picture(source, header, sha256, webP, fallback);
    }

    private static string ExtensionOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpg",
        ImageFormat.WebP => "webp",
        _ => "png",
    };
}
