using System.Collections.Immutable;
using System.Text.Json;

namespace SecPress.Content.Schemas;

/// <summary>
/// Writes shapes as JSON Schema, draft 7. What the validator takes, the schema takes; what the schema takes, the validator may still
/// refuse where only a program can tell: an address that is none, two ids that are the same, a rule that no calendar follows.
/// </summary>
internal sealed class SchemaWriter(SiteNames names)
{
    // Days as the calendar has them, from the year 1 to 9000.
    private const string Day =
        @"(?!0000|900[1-9]|90[1-9]|9[1-9])(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
        + @"|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

    private const string Time = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

    private static readonly Dictionary<NameKind, string> Described = new()
    {
        [NameKind.Committee] = "committee",
        [NameKind.Colour] = "colour",
        [NameKind.Event] = "event",
        [NameKind.Stream] = "stream",
        [NameKind.Series] = "series",
        [NameKind.TimeZone] = "time-zone",
    };

    private readonly SortedSet<NameKind> used = [];
    private bool usesLabels;

    public string Write(Shape shape, string title) => ReadableJson.Object(json =>
    {
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", title);
        WriteKeywords(json, shape, isOptional: false, null);
        WriteDefinitions(json);
    });

    private void WriteDefinitions(Utf8JsonWriter json)
    {
        json.WriteStartObject("definitions");
        foreach (var kind in used)
        {
            json.WriteStartObject(Described[kind]);
            json.WriteWords("enum", names.Of(kind));
            json.WriteEndObject();
        }

        if (usesLabels)
        {
            json.WriteStartObject("labels");
            json.WriteString("type", "object");
            json.WriteStartObject("additionalProperties");
            json.WriteStartArray("anyOf");
            json.WriteReference("labels");
            json.WriteTypeAlone("array");
            json.WriteStartObject();
            json.WriteText(Formats.Any, isOptional: false);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteField(Utf8JsonWriter json, string key, Field field)
    {
        json.WriteStartObject(key);
        json.WriteString("description", DescriptionOf(field));
        WriteKeywords(json, field.Shape, !field.Required, field.Names);
        switch (field)
        {
            case { Shape: BooleanShape, Default: { } word }:
                json.WriteBoolean("default", word == "true");
                break;
            case { Shape: ChoiceShape choice, Default: { } word } when choice.Values.Contains(word):
                json.WriteString("default", word);
                break;
        }

        json.WriteEndObject();
    }

    private static string DescriptionOf(Field field) =>
        field.Default is { } value && field.Shape is not BooleanShape ? $"{field.Description} Unless given: {value}." : field.Description;

    /// <param name="json">Stands inside the object that describes the value.</param>
    /// <param name="shape">What the value looks like.</param>
    /// <param name="isOptional">Whether the key may stand there with nothing behind it.</param>
    /// <param name="kind">What it names, if it does.</param>
    private void WriteKeywords(Utf8JsonWriter json, Shape shape, bool isOptional, NameKind? kind)
    {
        switch (shape)
        {
            case TextShape when kind is { } named && !names.Of(named).IsEmpty:
                used.Add(named);
                json.WriteAnyOf(isOptional, () => json.WriteReference(Described[named]));
                break;
            case TextShape { Format: var format }:
                json.WriteText(format, isOptional);
                break;
            case IntegerShape integer:
                json.WriteType(isOptional, "integer");
                json.WriteNumber("minimum", integer.Least);
                json.WriteNumber("maximum", integer.Most);
                break;
            case BooleanShape:
                json.WriteType(isOptional, "boolean");
                break;
            case DateShape date:
                json.WriteType(isOptional, "string");
                json.WritePattern(date.WithTime ? $"^{Day}(?:T{Time})?$" : $"^{Day}$", date.WithTime ? "2017-06-29 or 2017-06-29T09:30" : "2017-06-29", "a date");
                break;
            case TimeShape:
                json.WriteType(isOptional, "string");
                json.WritePattern($"^{Time}$", "\"09:30\"", "a time of day");
                break;
            case ChoiceShape choice:
                json.WriteChoice(choice, isOptional);
                break;
            case ListShape list:
                json.WriteType(isOptional, "array");
                json.WriteStartObject("items");
                WriteKeywords(json, list.Item, isOptional: false, kind);
                json.WriteEndObject();
                break;
            case TableShape table:
                WriteTable(json, table, isOptional, kind);
                break;
            case TreeShape:
                usesLabels = true;
                json.WriteAnyOf(isOptional, () => json.WriteReference("labels"));
                break;
            case EitherShape either:
                json.WriteAnyOf(
                    isOptional,
                    () => json.WriteObject(() => WriteKeywords(json, either.Short, isOptional: false, kind)),
                    () => json.WriteObject(() => WriteMap(json, either.Long, isOptional: false)));
                break;
            case MapShape map:
                WriteMap(json, map, isOptional);
                break;
        }
    }

    private void WriteMap(Utf8JsonWriter json, MapShape map, bool isOptional)
    {
        json.WriteType(isOptional, "object");
        json.WriteStartObject("properties");
        foreach (var field in map.Fields)
        {
            if (field.SecretMend is { } mend)
            {
                json.WriteStartObject(field.Key);
                json.WriteString("description", field.Description);
                json.WriteStartObject("not");
                json.WriteEndObject();
                json.WriteString("errorMessage", mend);
                json.WriteBoolean("doNotSuggest", true);
                json.WriteEndObject();
                continue;
            }

            WriteField(json, field.Key, field);
            foreach (var other in field.OtherNames)
            {
                WriteField(json, other, field);
            }
        }

        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        ImmutableArray<string> required = [.. map.Fields.Where(f => f is { Required: true, OtherNames.IsEmpty: true }).Select(f => f.Key)];
        if (!required.IsEmpty)
        {
            json.WriteWords("required", required);
        }

        WriteOtherNames(json, map);
    }

    /// <summary>Of a key and its other names at most one is given, and one when it is required.</summary>
    private static void WriteOtherNames(Utf8JsonWriter json, MapShape map)
    {
        var twofold = map.Fields.Where(f => !f.OtherNames.IsEmpty).ToList();
        if (twofold.Count == 0)
        {
            return;
        }

        json.WriteStartArray("allOf");
        foreach (var field in twofold)
        {
            json.WriteStartObject();
            json.WriteStartArray("oneOf");
            foreach (var name in field.OtherNames.Prepend(field.Key))
            {
                json.WriteObject(() => json.WriteWords("required", [name]));
            }

            if (!field.Required)
            {
                json.WriteObject(() =>
                {
                    json.WriteStartObject("not");
                    json.WriteStartArray("anyOf");
                    foreach (var name in field.OtherNames.Prepend(field.Key))
                    {
                        json.WriteObject(() => json.WriteWords("required", [name]));
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                });
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTable(Utf8JsonWriter json, TableShape table, bool isOptional, NameKind? kind)
    {
        json.WriteType(isOptional, "object");
        if (kind is { } named && names.Of(named) is { IsEmpty: false } known)
        {
            json.WriteStartObject("properties");
            foreach (var name in known)
            {
                json.WriteStartObject(name);
                WriteKeywords(json, table.Value, isOptional: false, null);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteBoolean("additionalProperties", false);
            return;
        }

        json.WriteStartObject("additionalProperties");
        WriteKeywords(json, table.Value, isOptional: false, null);
        json.WriteEndObject();
    }
}
