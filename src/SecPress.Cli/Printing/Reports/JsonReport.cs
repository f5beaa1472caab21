using System.Collections.Immutable;
using System.Text.Json;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Printing.Reports;

/// <summary>
/// Findings as JSON, described in the manual: members are only ever added while <c>version</c> stays. Lines and columns count from 1,
/// columns in UTF-16 code units; an end is the place behind the last character.
/// </summary>
public static class JsonReport
{
    private const int Version = 1;

    public static string Of(ImmutableArray<Diagnostic> findings) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("program", CommandLine.Version);
        json.WriteStartObject("summary");
        json.WriteNumber("errors", findings.Count(d => d.Severity == Severity.Error));
        json.WriteNumber("warnings", findings.Count(d => d.Severity == Severity.Warning));
        json.WriteNumber("notes", findings.Count(d => d.Severity == Severity.Info));
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteFinding(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Rule.Code);
        json.WriteString("rule", finding.Rule.Title);
        json.WriteString("severity", finding.Severity == Severity.Info ? "note" : finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
        json.WriteString("mend", finding.Mend);
        json.WriteString("path", finding.At?.File.Path ?? finding.Path);
        if (finding.At is { File.Text.Length: > 0 } at)
        {
            WriteRange(json, at.File, at.Range);
        }

        json.WriteStartArray("through");
        foreach (var frame in finding.Chain)
        {
            json.WriteStartObject();
            json.WriteString("path", frame.File.Path);
            WriteRange(json, frame.File, frame.Range);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fix");
        foreach (var edit in finding.Fix)
        {
            json.WriteStartObject();
            WriteRange(json, finding.At!.Value.File, edit.Range);
            json.WriteString("replacement", edit.Replacement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, SourceFile file, TextSpan range)
    {
        WritePosition(json, "start", file.PositionOf(range.Start));
        WritePosition(json, "end", file.PositionOf(range.End));
    }

    private static void WritePosition(Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteEndObject();
    }
}
