using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecPress.Rendering.Search;

/// <summary>The sections of a year's issues: from <c>First</c> up to but without <c>End</c>.</summary>
internal sealed record SearchYear(int Year, int First, int End);

/// <summary>The one file of the index whose name stays: it leads to all others, and browsers ask whether it changed.</summary>
internal sealed record SearchManifest
{
    public const string Path = Payload.Folder + "index.json";

    public required int SectionCount { get; init; }

    /// <summary>The dictionary's shards in the order of their terms.</summary>
    public required ImmutableArray<(string FirstTerm, byte[] Hash)> Shards { get; init; }

    /// <summary>What finds the packs of texts, in the order of the sections.</summary>
    public required ImmutableArray<(int FirstSection, byte[] Hash)> Locators { get; init; }

    /// <summary>The file that has the number of each page's sections.</summary>
    public required byte[] PageSections { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<SearchYear> Years { get; init; }

    /// <summary>What each character beyond ASCII that occurs was folded to.</summary>
    public required IReadOnlyDictionary<int, string> Folded { get; init; }

    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", SearchFormat.Version);
            json.WriteNumber("sections", SectionCount);
            json.WriteNumber("block", SearchFormat.BlockSections);
            json.WriteString("pages", Convert.ToHexStringLower(PageSections));
            json.WriteStartArray("words");
            foreach (var (term, hash) in Shards)
            {
                json.WriteStringValue(term);
                json.WriteStringValue(Convert.ToHexStringLower(hash));
            }

            json.WriteEndArray();
            json.WriteStartArray("locators");
            foreach (var (section, hash) in Locators)
            {
                json.WriteNumberValue(section);
                json.WriteStringValue(Convert.ToHexStringLower(hash));
            }

            json.WriteEndArray();
            json.WriteStartArray("years");
            foreach (var year in Years)
            {
                json.WriteNumberValue(year.Year);
                json.WriteNumberValue(year.First);
                json.WriteNumberValue(year.End);
            }

            json.WriteEndArray();
            json.WriteStartObject("folds");
            foreach (var (character, letters) in Folded.Where(f => new Rune(f.Key).ToString() != f.Value).OrderBy(f => f.Key))
            {
                json.WriteString(new Rune(character).ToString(), letters);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
