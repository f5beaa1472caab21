using System.Text;
using System.Text.Json;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>
/// What machines read of a page, in the vocabulary of schema.org as JSON-LD. The writer escapes what could end the script element that it
/// stands in.
/// </summary>
internal static class StructuredData
{
    /// <summary>An issue as a <c>NewsArticle</c> of the publication.</summary>
    public static SafeHtml Article(Publication publication, ImagePlan images, IssuePage page) => Write("NewsArticle", json =>
    {
        var issue = page.Issue;
        var url = publication.Map.AbsoluteUrl(page);
        json.WriteString("headline", issue.Title);
        WriteUnlessEmpty(json, "description", issue.Summary);
        json.WriteString("url", url);
        json.WriteString("mainEntityOfPage", url);
        json.WriteString("datePublished", ShareMetadata.SentAt(publication, issue));
        json.WriteString("dateModified", ShareMetadata.Format(publication, ShareMetadata.ChangedAt(publication, issue)));
        json.WriteString("inLanguage", publication.Settings.Language);
        json.WriteBoolean("isAccessibleForFree", true);
        if (ShareMetadata.ImageOf(publication, images, page) is { } image)
        {
            WriteImage(json, "image", image.Url, image.Size);
        }

        if (!issue.Tags.IsEmpty)
        {
            json.WriteStartArray("keywords");
            foreach (var tag in issue.Tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        WritePeriodical(json, publication, issue);
        WriteOrganisation(json, "author", publication);
        WriteOrganisation(json, "publisher", publication);
    });

    /// <summary>The home page as a <c>WebSite</c>.</summary>
    public static SafeHtml WebSite(Publication publication) => Write("WebSite", json =>
    {
        json.WriteString("name", publication.Settings.Title);
        WriteUnlessEmpty(json, "description", publication.Settings.Description);
        json.WriteString("url", publication.Map.AbsoluteUrl(""));
        json.WriteString("inLanguage", publication.Settings.Language);
        WriteOrganisation(json, "publisher", publication);
    });

    /// <summary>A page of the glossary as a <c>DefinedTermSet</c>.</summary>
    public static SafeHtml Glossary(Publication publication, GlossaryPage page) => Write("DefinedTermSet", json =>
    {
        json.WriteString("name", publication.Labels["glossary.title"]);
        json.WriteString("url", publication.Map.AbsoluteUrl(page));
        json.WriteString("inLanguage", publication.Settings.Language);
        json.WriteStartArray("hasDefinedTerm");
        foreach (var term in page.Terms)
        {
            json.WriteStartObject();
            json.WriteString("@type", "DefinedTerm");
            json.WriteString("name", term.Text);
            json.WriteString("description", term.Expansion);
            json.WriteString("url", "#" + Uri.EscapeDataString(term.Anchor));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The way from the home page to a page, as a <c>BreadcrumbList</c>.</summary>
    /// <param name="steps">Titles and absolute addresses, the page itself last.</param>
    public static SafeHtml Trail(IEnumerable<(string Title, string Url)> steps) => Write("BreadcrumbList", json =>
    {
        json.WriteStartArray("itemListElement");
        var position = 0;
        foreach (var (title, url) in steps)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", ++position);
            json.WriteString("name", title);
            json.WriteString("item", url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WritePeriodical(Utf8JsonWriter json, Publication publication, Issue issue)
    {
        json.WriteStartArray("isPartOf");
        json.WriteStartObject();
        json.WriteString("@type", "Periodical");
        json.WriteString("name", publication.Settings.Title);
        json.WriteString("url", publication.Map.AbsoluteUrl(""));
        json.WriteEndObject();
        if (issue.Series is { } series)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CreativeWorkSeries");
            json.WriteString("name", series.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOrganisation(Utf8JsonWriter json, string name, Publication publication)
    {
        var publisher = publication.Settings.Publisher;
        json.WriteStartObject(name);
        json.WriteString("@type", "Organization");
        json.WriteString("name", publisher.Name.Length > 0 ? publisher.Name : publication.Settings.Title);
        json.WriteString("url", publication.Map.AbsoluteUrl(""));
        if (publication.Settings.Theme.Logo is { } path && publication.Map.Assets.FirstOrDefault(a => a.Origin == path || a.Path == path) is { } logo)
        {
            WriteImage(json, "logo", publication.Map.AbsoluteUrl(logo.Path), ImageSize.Read(logo.Bytes.AsSpan()));
        }

        if (!publisher.Social.IsEmpty)
        {
            json.WriteStartArray("sameAs");
            foreach (var profile in publisher.Social)
            {
                json.WriteStringValue(profile.Url);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, string name, string url, ImageSize? size)
    {
        json.WriteStartObject(name);
        json.WriteString("@type", "ImageObject");
        json.WriteString("url", url);
        if (size is { } known)
        {
            json.WriteNumber("width", known.Width);
            json.WriteNumber("height", known.Height);
        }

        json.WriteEndObject();
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    private static SafeHtml Write(string type, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", type);
            write(json);
            json.WriteEndObject();
        }

        return new SafeHtml(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
