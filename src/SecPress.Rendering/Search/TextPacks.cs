using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecPress.Rendering.Search;

/// <summary>
/// The texts of a page's sections, from which the client cuts its excerpts: JSON with the page's title and address, its date as it is
/// read and as ISO 8601 (none for an ordinary page), and for each section its anchor, heading and text. A long page has several packs.
/// </summary>
internal static class TextPacks
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For each pack how many sections it has and the hash that names it, in order.</summary>
    public static IEnumerable<(int Sections, byte[] Hash)> Write(
        Payload payload, string title, string path, (string Long, string Iso)? date, IReadOnlyList<Section> sections)
    {
        for (var (start, end) = (0, 0); start < sections.Count; start = end)
        {
            var characters = 0;
            while (end < sections.Count && (end == start || characters + sections[end].Text.Length <= SearchFormat.TextPackCharacters))
            {
                characters += sections[end++].Text.Length;
            }

            yield return (end - start, payload.Add("texts", Json(title, path, date, sections.Skip(start).Take(end - start))));
        }
    }

    private static ReadOnlySpan<byte> Json(string title, string path, (string Long, string Iso)? date, IEnumerable<Section> sections)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteString("path", path);
            if (date is var (read, iso))
            {
                json.WriteString("date", read);
                json.WriteString("iso", iso);
            }

            json.WriteStartArray("sections");
            foreach (var section in sections)
            {
                json.WriteStartArray();
                json.WriteStringValue(section.Anchor);
                json.WriteStringValue(section.Heading);
                json.WriteStringValue(section.Text);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}
