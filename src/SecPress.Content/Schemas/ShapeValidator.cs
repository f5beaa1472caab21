using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Schemas;

/// <summary>Says everything that is wrong with a YAML value, by its shape. It changes nothing: readers take what is right.</summary>
internal sealed class ShapeValidator(SourceFile file, DiagnosticBag diagnostics)
{
    /// <param name="map">The mapping to look at.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="start">Where to report a missing key.</param>
    public void Validate(YamlMap map, MapShape shape, TextSpan start)
    {
        var given = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (shape.Find(entry.Key.Value) is not { } field)
            {
                ReportUnknownKey(entry, shape);
            }
            else if (field.SecretMend is { } mend)
            {
                diagnostics.Add(
                    ContentRules.SecretInSettings, file.At(entry.Key.Span), $"'{entry.Key.Value}' holds a secret, which does not belong in a file like this", mend);
            }
            else if (!given.TryAdd(field.Key, entry))
            {
                diagnostics.Add(
                    ContentRules.DuplicateKey,
                    file.At(entry.Key.Span),
                    $"'{entry.Key.Value}' is another name for '{given[field.Key].Key.Value}', which is given too",
                    "Keep one of the two.");
            }
            else
            {
                Validate(entry.Value, field.Shape, entry.Key, field.Required);
            }
        }

        foreach (var field in shape.Fields)
        {
            if (field.Required && !given.ContainsKey(field.Key))
            {
                diagnostics.Add(
                    ContentRules.MissingKey, file.At(start), $"'{field.Key}' is missing", $"Add '{field.Key}: {Example(field.Shape)}': {Lower(field.Description)}");
            }
        }
    }

    /// <param name="value">The value to look at.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="key">The key it stands under.</param>
    /// <param name="required">Whether it may not be empty.</param>
    public void Validate(YamlNode value, Shape shape, YamlScalar key, bool required)
    {
        if (value is YamlScalar scalar && string.IsNullOrWhiteSpace(scalar.IsNull ? "" : scalar.Value))
        {
            if (required || scalar.Style != YamlStyle.Plain)
            {
                ReportEmpty(scalar, shape, key, required);
            }

            return;
        }

        switch (shape)
        {
            case MapShape map when value is YamlMap given:
                Validate(given, map, given.Span with { End = Math.Min(given.Span.End, given.Span.Start + 1) });
                break;
            case EitherShape either when value is YamlMap given:
                Validate(given, either.Long, given.Span with { End = given.Span.Start + 1 });
                break;
            case EitherShape either:
                Validate(value, either.Short, key, required);
                break;
            case ListShape list when value is YamlList given:
                ValidateItems(given, list.Item, key);
                break;
            case TableShape table when value is YamlMap given:
                foreach (var entry in given.Entries)
                {
                    Validate(entry.Value, table.Value, entry.Key, required: true);
                }

                break;
            case TreeShape when value is YamlMap given:
                foreach (var entry in given.Entries)
                {
                    // Lists are the names of months and days, which the labels' own parser counts.
                    if (entry.Value is not YamlList)
                    {
                        Validate(entry.Value, entry.Value is YamlMap ? shape : Shapes.Text, entry.Key, required: true);
                    }
                }

                break;
            case MapShape or ListShape or TableShape or TreeShape:
                ReportWrongType(value, shape, key);
                break;
            default:
                ValidateScalar(value, shape, key);
                break;
        }
    }

    private void ValidateItems(YamlList list, Shape item, YamlScalar key)
    {
        foreach (var node in list.Items)
        {
            if (node is YamlScalar { IsNull: true } empty)
            {
                diagnostics.Add(
                    ContentRules.BadValue, file.At(empty.Span), $"an entry of '{key.Value}' is empty", "Write a value after the dash, or take the dash out.");
            }
            else
            {
                Validate(node, item, key, required: true);
            }
        }
    }

    private void ValidateScalar(YamlNode value, Shape shape, YamlScalar key)
    {
        if (value is not YamlScalar { Value: var text } scalar)
        {
            ReportWrongType(value, shape, key);
            return;
        }

        switch (shape)
        {
            case TextShape { Format: var format } when !format.Accepts(text):
                Bad(ContentRules.BadValue, scalar, $"'{key.Value}' should be {format.Kind}", $"Write it like this: {format.Example}.");
                break;
            case IntegerShape integer when scalar.Style != YamlStyle.Plain || Scalars.Integer(text) is null:
                Bad(ContentRules.WrongType, scalar, $"'{key.Value}' should be a whole number, not '{text}'", "Write digits alone, without quotes or commas.");
                break;
            case IntegerShape integer when Scalars.Integer(text) is { } number && (number < integer.Least || number > integer.Most):
                Bad(
                    ContentRules.BadValue,
                    scalar,
                    $"'{key.Value}' cannot be {number}",
                    integer.Most == int.MaxValue ? $"Write a number of {integer.Least} or more." : $"Write a number from {integer.Least} to {integer.Most}.");
                break;
            case BooleanShape when scalar.Style != YamlStyle.Plain || Scalars.Boolean(text) is null:
                Bad(ContentRules.WrongType, scalar, $"'{key.Value}' should be true or false, not '{text}'", "Write true or false, without quotes.");
                break;
            case DateShape date when Scalars.DateAndTime(text) is not { } parsed || (parsed.Time is not null && !date.WithTime):
                DateFault.Report(diagnostics, file, scalar, key.Value, date.WithTime);
                break;
            case TimeShape when Scalars.Time(text) is null:
                Bad(ContentRules.BadDate, scalar, $"'{key.Value}' should be a time of day, not '{text}'", "Write hours and minutes with two digits each: \"09:30\".");
                break;
            case ChoiceShape choice when !choice.Values.Contains(text):
                Bad(
                    ContentRules.BadValue,
                    scalar,
                    $"'{key.Value}' cannot be '{text}'",
                    $"Write {string.Join(", ", choice.Values[..^1])} or {choice.Values[^1]}.{Suggestion.DidYouMean(text, choice.Values)}");
                break;
        }
    }

    private void ReportUnknownKey(YamlEntry entry, MapShape shape)
    {
        var key = entry.Key;
        var names = shape.Fields.Where(f => f.SecretMend is null).SelectMany(f => f.OtherNames.Prepend(f.Key)).ToList();
        var suggestion = Suggestion.DidYouMean(key.Value, names);

        // Between brackets a comma ends a value, so "title: Open day, London" gives a key that nobody meant.
        var before = file.Text.AsSpan(0, key.Span.Start).TrimEnd();
        if (entry.Value is YamlScalar { IsNull: true } && before.EndsWith(",") && suggestion.Length == 0)
        {
            diagnostics.Add(
                ContentRules.UnknownKey,
                file.At(key.Span),
                $"the comma ends the value before it, and '{key.Value}' is no key",
                "Put a value that holds a comma in quotes.");
            return;
        }

        var mend = suggestion.Length > 0
            ? suggestion.TrimStart()
            : $"The keys here are {string.Join(", ", shape.Fields.Where(f => f.SecretMend is null).Select(f => f.Key))}.";
        diagnostics.Add(ContentRules.UnknownKey, file.At(key.Span), $"unknown key '{key.Value}'", mend);
    }

    private void ReportEmpty(YamlScalar value, Shape shape, YamlScalar key, bool required)
    {
        var at = value.Span.Length > 0 ? value.Span : key.Span;
        var mend = shape is TextShape { Format: var format } && format == Formats.Colour
            ? "Put the colour in quotes: without them, # starts a comment."
            : required
                ? Example(shape) == "…" ? $"Write {shape.Kind}." : $"Write {shape.Kind}, such as {Example(shape)}."
                : "Write a value, or take the key out.";
        diagnostics.Add(ContentRules.BadValue, file.At(at), $"'{key.Value}' is empty", mend);
    }

    private void ReportWrongType(YamlNode value, Shape shape, YamlScalar key) => diagnostics.Add(
        ContentRules.WrongType,
        file.At(value.Span with { End = Math.Min(value.Span.End, value.Span.Start + 60) }),
        $"'{key.Value}' should be {shape.Kind}, not {value.Kind}",
        shape switch
        {
            ListShape => "Put each entry on a line of its own with '- ' before it, or all in square brackets: [one, two].",
            MapShape map => $"Write keys and values below it: {string.Join(", ", map.Fields.Take(4).Select(f => f.Key))}.",
            TableShape or TreeShape => "Write keys and values below it, one a line, as 'key: value'.",
            TextShape { Format.Example.Length: 0 } => "Write words; put them in quotes if they start with a bracket or a dash.",
            _ => $"Write {shape.Kind}, such as {Example(shape)}.",
        });

    private void Bad(Rule rule, YamlScalar scalar, string message, string mend) => diagnostics.Add(rule, file.At(scalar.Span), message, mend);

    private static string Example(Shape shape) => shape switch
    {
        TextShape { Format.Example: { Length: > 0 } example } => example,
        TextShape => "…",
        IntegerShape integer => integer.Least.ToString(),
        BooleanShape => "true",
        DateShape => "2017-06-29",
        TimeShape => "\"09:30\"",
        ChoiceShape choice => choice.Values[0],
        EitherShape either => Example(either.Short),
        _ => "…",
    };

    private static string Lower(string description) => char.ToLowerInvariant(description[0]) + description[1..];
}
