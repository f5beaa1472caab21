using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecPress.Content.Drafts;

/// <summary>What Visual Studio Code is told, so that it completes and checks the YAML files of a site by their schemas.</summary>
internal static class VsCodeSettings
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="files">The path of each schema, and of the file that it describes, from the site's folder.</param>
    public static string Of(IEnumerable<(string Schema, string File)> files)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteStartObject("yaml.schemas");
            foreach (var (schema, file) in files)
            {
                json.WriteString(schema, file);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
