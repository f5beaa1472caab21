using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SecPress.Content.Settings;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>
/// What texts were parsed to, with the findings. A text is known by its <see cref="SourceFile"/>, which never changes; new settings
/// forget all content, since they decide how it is read. Any number of threads may ask for content.
/// </summary>
internal sealed class ParseMemory
{
    private ConditionalWeakTable<SourceFile, Known> content = [];
    private (string Text, ImmutableArray<SourceFile> Data, ParsedSettings Parsed, ImmutableArray<Diagnostic> Findings)? settings;

    private (ParsedSettings Parsed, TemplateSet Own, Labels? Labels, ImmutableArray<Diagnostic> Findings)? labels;

    private sealed record Known(string Name, object? Item, ImmutableArray<Diagnostic> Findings);

    public ParsedSettings Settings(
        SourceFile source, ImmutableArray<SourceFile> data, DiagnosticBag diagnostics, Func<DiagnosticBag, ParsedSettings> parse)
    {
        if (settings is not { } known || known.Text != source.Text || !known.Data.SequenceEqual(data))
        {
            var findings = new DiagnosticBag();
            var parsed = parse(findings);
            content = [];
            settings = known = (source.Text, data, parsed, findings.ToSorted());
        }

        AddAll(known.Findings, diagnostics);
        return known.Parsed;
    }

    public Labels? Labels(ParsedSettings parsed, TemplateSet own, DiagnosticBag diagnostics, Func<DiagnosticBag, Labels?> parse)
    {
        if (labels is not { } known || known.Parsed != parsed || known.Own != own)
        {
            var findings = new DiagnosticBag();
            labels = known = (parsed, own, parse(findings), findings.ToSorted());
        }

        AddAll(known.Findings, diagnostics);
        return known.Labels;
    }

    public T? Content<T>(ContentFile file, DiagnosticBag diagnostics, Func<ContentFile, DiagnosticBag, T?> parse)
        where T : class
    {
        if (!content.TryGetValue(file.Source, out var known) || known.Name != file.Name)
        {
            var findings = new DiagnosticBag();
            var item = parse(file, findings);
            known = new Known(file.Name, item, findings.ToSorted());
            content.AddOrUpdate(file.Source, known);
        }

        AddAll(known.Findings, diagnostics);
        return (T?)known.Item;
    }

    private static void AddAll(ImmutableArray<Diagnostic> findings, DiagnosticBag diagnostics)
    {
        foreach (var finding in findings)
        {
            diagnostics.Add(finding);
        }
    }
}
