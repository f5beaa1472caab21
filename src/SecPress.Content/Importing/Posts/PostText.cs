using System.Text.RegularExpressions;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Importing.Posts;

/// <summary>A post in two: its head, in YAML, in TOML or as lines of <c>Key: value</c>, and its Markdown.</summary>
/// <param name="Head">The head; empty when there is none.</param>
/// <param name="Body">The Markdown.</param>
/// <param name="BodyLine">The line the Markdown starts on, from 1.</param>
internal sealed partial record PostText(PostHead Head, string Body, int BodyLine)
{
    public static PostText Read(string path, string text, ImportNotes notes)
    {
        if (Fenced(text, "---") is { } yaml)
        {
            return new PostText(ReadYaml(path, text, yaml, notes), text[yaml.Next..], LineOf(text, yaml.Next));
        }

        if (Fenced(text, "+++") is { } toml)
        {
            return new PostText(TomlHead.Read(text[toml.Start..toml.End], notes), text[toml.Next..], LineOf(text, toml.Next));
        }

        if (Lines(text) is { Length: > 0 } lines)
        {
            return new PostText(ReadLines(text[..lines.Length]), text[lines.Length..], LineOf(text, lines.Length));
        }

        return new PostText(PostHead.None, text, 1);
    }

    private static (int Start, int End, int Next)? Fenced(string text, string fence)
    {
        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        if (!text.StartsWith(fence, StringComparison.Ordinal) || start == 0 || text[fence.Length..start].Trim().Length > 0)
        {
            return null;
        }

        for (var line = start; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            var next = end < 0 ? text.Length : end + 1;
            if (text[line..next].TrimEnd() == fence)
            {
                return (start, line, next);
            }

            line = next;
        }

        return null;
    }

    // Other generators take YAML that SecPress does not; then its lines of "key: value" are what can be had.
    private static PostHead ReadYaml(string path, string text, (int Start, int End, int Next) range, ImportNotes notes)
    {
        if (YamlReader.ReadMap(new SourceFile(path, text), range.Start, range.End, new DiagnosticBag()) is { } map)
        {
            return new PostHead(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, TextsOf(e.Value))));
        }

        notes.Look(1, "the front matter is not sound YAML; its lines were read one by one");
        return ReadLines(text[range.Start..range.End]);
    }

    private static List<string> TextsOf(YamlNode node) => node switch
    {
        YamlScalar { IsNull: false } scalar => [scalar.Value],
        YamlList list => [.. list.Items.SelectMany(TextsOf)],
        YamlMap map => [.. map.Entries.SelectMany(e => TextsOf(e.Value).Select(t => $"{e.Key.Value}: {t}"))],
        _ => [],
    };

    private static string? Lines(string text)
    {
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line) || !(KeyLine().IsMatch(line) || (at > 0 && line[0] is ' ' or '\t')))
            {
                return at > 0 && string.IsNullOrWhiteSpace(line) ? text[..at] : null;
            }

            at = Math.Min(text.Length, at + line.Length + 1);
        }

        return text;
    }

    private static PostHead ReadLines(string lines) => new(
        lines.Split('\n').Select(l => KeyLine().Match(l)).Where(m => m.Success).Select(m => KeyValuePair.Create(
            m.Groups[1].Value, new List<string> { m.Groups[2].Value.Trim().Trim('"', '\'') })));

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    [GeneratedRegex(@"^([A-Za-z][\w-]*):(?:[ \t]+(.*)|)$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex KeyLine();
}
