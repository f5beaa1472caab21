using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>Custom fields as a JSON object of strings, its names in ordinal order so that equal fields are equal texts.</summary>
internal static class FieldJson
{
    private const string Nothing = "{}";
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static string Write(ImmutableSortedDictionary<string, string> fields)
    {
        if (fields.IsEmpty)
        {
            return Nothing;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    public static ImmutableSortedDictionary<string, string> Read(string text)
    {
        if (text == Nothing)
        {
            return None;
        }

        using var json = JsonDocument.Parse(text);
        return None.AddRange(json.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString() ?? "")));
    }
}
