using System.Collections.Immutable;
using System.Text;
using SecPress.Content.Schemas;
using SecPress.Content.Sources;
using SecPress.Content.Yaml;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>
/// Reads the words of the templates: <c>templates/i18n/{language}.yml</c>, whose nested keys are joined with dots, and the lists
/// <c>months</c>, <c>months-short</c>, <c>days</c> and <c>days-short</c>. Later ones win: built-in English, the site's English, then the
/// same for the language without its region and with it, and last <c>labels</c> of <c>site.yml</c>.
/// </summary>
internal sealed class LabelsParser(DiagnosticBag diagnostics)
{
    private static readonly (string Key, int Count)[] Lists = [("months", 12), ("months-short", 12), ("days", 7), ("days-short", 7)];

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> lists = new(StringComparer.Ordinal);

    /// <summary>Null when a list of months or days is missing; then the bag says so.</summary>
    /// <param name="language">The site's language.</param>
    /// <param name="own">The site's own templates.</param>
    /// <param name="settings">The file that <paramref name="overrides"/> stands in.</param>
    /// <param name="overrides">The mapping under <c>labels</c>, if any.</param>
    public Labels? Parse(string language, TemplateSet own, SourceFile settings, YamlMap? overrides)
    {
        var region = language.IndexOf('-', StringComparison.Ordinal);
        var found = false;
        foreach (var tag in new[] { "en", region < 0 ? language : language[..region], language }.Distinct(StringComparer.Ordinal))
        {
            var name = $"i18n/{tag}.yml";
            foreach (var file in new[] { BuiltInTemplates.Texts.GetValueOrDefault(name), own.Find(name) }.OfType<SourceFile>())
            {
                found |= tag != "en" || language == "en" || language.StartsWith("en-", StringComparison.Ordinal);
                if (YamlReader.ReadMap(file, 0, file.Text.Length, diagnostics) is { } map)
                {
                    Add(file, map, "", isOverride: false);
                }
            }
        }

        if (!found)
        {
            diagnostics.Add(
                ContentRules.UnknownName,
                settings.At(TextSpan.None),
                $"there are no words for the language '{language}'",
                $"Write templates/i18n/{language}.yml, after the example of the built-in en.yml.");
        }

        if (overrides is not null)
        {
            Add(settings, overrides, "", isOverride: true);
        }

        return Build(language);
    }

    private Labels? Build(string language)
    {
        foreach (var (key, count) in Lists)
        {
            if (!lists.ContainsKey(key))
            {
                diagnostics.Add(new Diagnostic(
                    ContentRules.MissingKey, null, $"the list '{key}' is missing", $"Add it with its {count} names to templates/i18n/{language}.yml.")
                {
                    Path = $"templates/i18n/{language}.yml",
                });
            }
        }

        return lists.Count == Lists.Length
            ? new Labels(language, texts, lists["months"], lists["months-short"], lists["days"], lists["days-short"])
            : null;
    }

    private void Add(SourceFile file, YamlMap map, string prefix, bool isOverride)
    {
        foreach (var (key, value) in map.Entries)
        {
            var name = prefix + key.Value;
            switch (value)
            {
                case YamlMap inner:
                    Add(file, inner, name + ".", isOverride);
                    break;
                case YamlList list:
                    AddList(file, key, name, list);
                    break;
                case YamlScalar when Lists.Any(l => l.Key == name):
                    AddList(file, key, name, new YamlList(value.Span, []));
                    break;
                case YamlScalar when isOverride && !texts.ContainsKey(ReplacedBy(name)):
                    diagnostics.Add(
                        ContentRules.UnknownKey,
                        file.At(key.Span),
                        $"the templates have no label '{name}'",
                        Suggestion.DidYouMean(name, texts.Keys) is { Length: > 0 } suggestion
                            ? suggestion.TrimStart()
                            : "Look up its key in templates/i18n/en.yml.");
                    break;
                case YamlScalar scalar:
                    AddText(file, name, scalar);
                    break;
            }
        }
    }

    /// <summary>The label that one stands in for: itself, or <c>issues.other</c> for <c>issues.few</c>, which English does not have.</summary>
    private string ReplacedBy(string name)
    {
        var dot = name.LastIndexOf('.');
        return !texts.ContainsKey(name) && dot > 0 && PluralForms.IsForm(name[(dot + 1)..]) ? $"{name[..dot]}.{PluralForms.Other}" : name;
    }

    private void AddText(SourceFile file, string name, YamlScalar scalar)
    {
        // Patterns of dates have braces of their own.
        var isPattern = name.StartsWith("date.", StringComparison.Ordinal);
        if (!isPattern && texts.TryGetValue(ReplacedBy(name), out var replaced) && HoldsPlaces(replaced))
        {
            var (allowed, written) = (PlacesOf(replaced), PlacesOf(scalar.Value));
            if (written > allowed || written < 0)
            {
                diagnostics.Add(
                    ContentRules.BadValue,
                    file.At(scalar.Span),
                    written < 0 ? $"the label '{name}' has a brace that holds no number" : $"the label '{name}' has no place {{{written - 1}}}",
                    $"The places to fill in are {string.Join(", ", Enumerable.Range(0, allowed).Select(i => $"{{{i}}}"))}; write a brace twice to print one.");
                return;
            }
        }

        texts[name] = scalar.Value;
    }

    private void AddList(SourceFile file, YamlScalar key, string name, YamlList list)
    {
        var known = Lists.FirstOrDefault(l => l.Key == name);
        var names = list.Items.OfType<YamlScalar>().Select(s => s.Value).Where(s => s.Length > 0).ToImmutableArray();
        if (known.Key is null || names.Length != known.Count || list.Items.Length != known.Count)
        {
            diagnostics.Add(
                ContentRules.WrongType,
                file.At(key.Span),
                known.Key is null ? $"the label '{name}' is a list" : $"'{name}' should be a list of {known.Count} names",
                known.Key is null ? "Write one text." : "Write all of them, January or Monday first.");
            return;
        }

        lists[name] = names;
    }

    private static bool HoldsPlaces(string text) => text.Contains("{0}", StringComparison.Ordinal);

    /// <summary>One more than the highest place of a text; -1 when its braces are wrong.</summary>
    private static int PlacesOf(string text)
    {
        try
        {
            return CompositeFormat.Parse(text).MinimumArgumentCount;
        }
        catch (FormatException)
        {
            return -1;
        }
    }
}
