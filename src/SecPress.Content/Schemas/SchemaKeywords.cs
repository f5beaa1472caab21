using System.Collections.Immutable;
using System.Text.Json;

namespace SecPress.Content.Schemas;

/// <summary>The keywords of JSON Schema, and those that text editors know besides (<c>patternErrorMessage</c>).</summary>
internal static class SchemaKeywords
{
    private const string Definitions = "#/definitions/";

    // Nothing but white space is no text. The classes are spelt out, since programs differ in what \s is.
    private const string NotBlank = @"[^ \t\r\n\f\v]";

    /// <summary>A number or a yes is a text too, where a format takes it: YAML has no quotes around either.</summary>
    public static void WriteText(this Utf8JsonWriter json, TextFormat format, bool isOptional)
    {
        List<string> types = ["string"];
        if (format.Accepts("2017"))
        {
            types.Add("number");
        }

        if (format.Accepts("true"))
        {
            types.Add("boolean");
        }

        json.WriteType(isOptional, [.. types]);
        if (format.Pattern is { } pattern)
        {
            json.WriteStartArray("allOf");
            json.WriteObject(() => json.WriteString("pattern", NotBlank));
            json.WriteObject(() => json.WritePattern(pattern, format.Example, format.Kind));
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("pattern", NotBlank);
        }

        if (format.Name is { } name)
        {
            json.WriteString("format", name);
        }
    }

    public static void WriteChoice(this Utf8JsonWriter json, ChoiceShape choice, bool isOptional)
    {
        json.WriteStartArray("enum");
        foreach (var value in choice.Values)
        {
            json.WriteStringValue(value);
        }

        if (isOptional)
        {
            json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    public static void WritePattern(this Utf8JsonWriter json, string pattern, string example, string kind)
    {
        json.WriteString("pattern", pattern);
        json.WriteString("patternErrorMessage", example.Length == 0 ? $"Write {kind}." : $"Write {kind}, such as {example}.");
    }

    public static void WriteAnyOf(this Utf8JsonWriter json, bool isOptional, params ReadOnlySpan<Action> choices)
    {
        json.WriteStartArray("anyOf");
        foreach (var choice in choices)
        {
            choice();
        }

        if (isOptional)
        {
            json.WriteTypeAlone("null");
        }

        json.WriteEndArray();
    }

    public static void WriteObject(this Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    public static void WriteReference(this Utf8JsonWriter json, string name) =>
        json.WriteObject(() => json.WriteString("$ref", Definitions + name));

    public static void WriteTypeAlone(this Utf8JsonWriter json, string type) => json.WriteObject(() => json.WriteString("type", type));

    public static void WriteType(this Utf8JsonWriter json, bool isOptional, params ReadOnlySpan<string> types)
    {
        if (types.Length == 1 && !isOptional)
        {
            json.WriteString("type", types[0]);
            return;
        }

        json.WriteStartArray("type");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        if (isOptional)
        {
            json.WriteStringValue("null");
        }

        json.WriteEndArray();
    }

    public static void WriteWords(this Utf8JsonWriter json, string keyword, ImmutableArray<string> words)
    {
        json.WriteStartArray(keyword);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }
}
