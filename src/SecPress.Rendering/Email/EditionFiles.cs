using System.Text;
using SecPress.Model.Editions;
using SecPress.Model.Sites;

namespace SecPress.Rendering.Email;

/// <summary>The files of an edition that are published beside the site. The message itself is made where mail is.</summary>
public static class EditionFiles
{
    /// <param name="publication">Knows the issue's address.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="format">HTML or text.</param>
    public static byte[] Make(Publication publication, Edition edition, EditionFormat format)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(edition);
        return Encoding.UTF8.GetBytes(format switch
        {
            EditionFormat.Html => BrowserCopy.Of(
                edition, publication.Map.AbsoluteUrl(publication.PageOf(edition.Issue)), publication.Settings.BaseUrl.AbsoluteUri, RootOf(publication.PageOf(edition.Issue).EditionFolder)),
            EditionFormat.Text => edition.Text.FillWithFallbacks(),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Only HTML and text are made here."),
        });
    }

    private static string RootOf(string folder) => string.Concat(Enumerable.Repeat("../", folder.Count(c => c == '/')));
}
