using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecPress.Content.Schemas;

/// <summary>JSON as a file for people, and not for a page of HTML: indented, with letters as they are and a line break at its end.</summary>
internal static class ReadableJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="write">Writes what stands in the outermost object.</param>
    public static string Object(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) + "\n";
    }
}
