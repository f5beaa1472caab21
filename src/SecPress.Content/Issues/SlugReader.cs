using System.Collections.Immutable;
using SecPress.Content.Schemas;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Content.Issues;

/// <summary>Addresses out of front matter and file names.</summary>
internal static class SlugReader
{
    /// <summary>
    /// The slug in front matter, or else the one the file's name gives; empty for the text of the home page; null, with a finding, when
    /// there is none.
    /// </summary>
    public static string? Read(ContentFile content, MapReader map, DiagnosticBag diagnostics)
    {
        if (content.Name.Length == 0)
        {
            if (map.Node("slug") is { } chosen)
            {
                diagnostics.Add(ContentRules.BadValue, content.Source.At(chosen.Span), "the home page's address cannot be chosen", "Take 'slug' out.");
            }

            return "";
        }

        if (map.Text("slug") is { } slug)
        {
            return slug;
        }

        var fromName = Slug.From(content.Name);
        if (fromName.Length > 0)
        {
            return fromName;
        }

        diagnostics.Add(
            ContentRules.BadValue,
            content.Source.At(FrontMatterReader.Opening),
            $"the file's name '{content.Name}' gives no address",
            "Rename the file with letters or digits, or add 'slug: …' to the front matter.");
        return null;
    }

    public static ImmutableArray<Reference> Aliases(MapReader map) =>
        [.. map.ScalarsOf("aliases").Where(a => Formats.SitePath.Accepts(a.Value)).Select(a => new Reference(a.Value, a.Span))];
}
