using SecPress.Content.Schemas;

namespace SecPress.Content.Drafts;

/// <summary>What Visual Studio Code is told, so that it completes and checks the YAML files of a site by their schemas.</summary>
internal static class VsCodeSettings
{
    /// <param name="files">The path of each schema, and of the file that it describes, from the site's folder.</param>
    public static string Of(IEnumerable<(string Schema, string File)> files) => ReadableJson.Object(json =>
    {
        json.WriteStartObject("yaml.schemas");
        foreach (var (schema, file) in files)
        {
            json.WriteString(schema, file);
        }

        json.WriteEndObject();
    });
}
