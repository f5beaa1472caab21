using System.Collections.Immutable;
using System.Text.Json;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Printing.Reports;

/// <summary>
/// Findings in the Static Analysis Results Interchange Format, OASIS SARIF 2.1.0. Addresses of files are relative to the site's folder,
/// columns are UTF-16 code units, and an end is the place behind the last character (3.30).
/// </summary>
public static class SarifReport
{
    public static string Of(ImmutableArray<Diagnostic> findings)
    {
        ImmutableArray<Rule> rules = [.. findings.Select(d => d.Rule).DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal)];
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var finding in findings)
            {
                WriteResult(json, finding, rules);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<Rule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "SecPress");
        json.WriteString("version", CommandLine.Version.Split(' ')[^1]);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            json.WriteString("name", NameOf(rule));
            WriteText(json, "shortDescription", rule.Title + ".");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding, ImmutableArray<Rule> rules)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Code);
        json.WriteNumber("ruleIndex", rules.Select(r => r.Code).ToList().IndexOf(finding.Rule.Code));
        json.WriteString("level", LevelOf(finding.Severity));
        WriteText(json, "message", $"{finding.Message}. {finding.Mend}");
        if ((finding.At?.File.Path ?? finding.Path) is { } path)
        {
            json.WriteStartArray("locations");
            WriteLocation(json, path, finding.At);
            json.WriteEndArray();
        }

        if (!finding.Chain.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var frame in finding.Chain)
            {
                WriteLocation(json, frame.File.Path, frame);
            }

            json.WriteEndArray();
        }

        if (!finding.Fix.IsEmpty)
        {
            WriteFix(json, finding);
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string path, SourceSpan? at)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, path);
        if (at is { File.Text.Length: > 0 } place)
        {
            WriteRegion(json, "region", place.File, place.Range);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Diagnostic finding)
    {
        var file = finding.At!.Value.File;
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        WriteText(json, "description", finding.Mend);
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifact(json, file.Path);
        json.WriteStartArray("replacements");
        foreach (var edit in finding.Fix)
        {
            json.WriteStartObject();
            WriteRegion(json, "deletedRegion", file, edit.Range);
            WriteText(json, "insertedContent", edit.Replacement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, SourceFile file, TextSpan range)
    {
        var (start, end) = (file.PositionOf(range.Start), file.PositionOf(range.End));
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // As SARIF wants a name that a person recognises in one word (3.49.7): "A link without text" is ALinkWithoutText.
    private static string NameOf(Rule rule) => string.Concat(rule.Title
        .Split(' ', '-')
        .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)))
        .Where(word => word.Length > 0)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => "none",
    };
}
