using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Checks.Links;

/// <summary>Every image is a published file (SP045); one from elsewhere tells a third party who reads the page (SP046).</summary>
internal static class ImageCheck
{
    public static void Run(Publication publication, DiagnosticBag diagnostics)
    {
        foreach (var text in WrittenText.Of(publication))
        {
            foreach (var image in text.Inlines.OfType<Image>())
            {
                Check(publication, text, image.Url, image.UrlSpan, diagnostics);
            }

            if (text.Page is IssuePage { Issue.Image: { } shared })
            {
                Check(publication, text, shared.Url, shared.Span, diagnostics);
            }
        }
    }

    private static void Check(Publication publication, WrittenText text, string url, TextSpan span, DiagnosticBag diagnostics)
    {
        var at = text.Source.At(span);
        switch (publication.Map.Resolve(text.Page, url))
        {
            case AssetTarget:
                break;
            case OutsideTarget outside when outside.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase):
                diagnostics.Add(
                    CheckRules.RemoteImage,
                    at,
                    "this image comes from another site, which learns who reads the page",
                    "Put the image beside the text and name it by its file.");
                break;
            case BrokenTarget { Reason: BrokenReason.ForbiddenScheme } broken:
                diagnostics.Add(BrokenLinkDiagnosis.Of(broken, at));
                break;
            case BrokenTarget broken:
                diagnostics.Add(
                    CheckRules.BrokenImage,
                    at,
                    broken.Reason == BrokenReason.Empty ? "this image names no file" : $"there is no image '{broken.Missing}'",
                    "Name an image that is there." + (broken.Nearest is { } nearest ? $" Did you mean '{nearest}'?" : ""));
                break;
            default:
                diagnostics.Add(CheckRules.BrokenImage, at, $"'{url}' is not an image", "Name an image file.");
                break;
        }
    }
}
