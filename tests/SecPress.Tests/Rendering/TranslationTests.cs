using System.Text.RegularExpressions;
using SecPress.Model;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering;

/// <summary>A language that comes with the program says all that English says: a new label is translated in the change that adds it.</summary>
public sealed partial class TranslationTests
{
    private static readonly SortedDictionary<string, string> English = LabelFiles.Read("en");

    public static TheoryData<string> Languages => [.. LabelFiles.Languages.Where(l => l != "en")];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_keys_of_English_and_the_forms_of_its_numbers(string language)
    {
        var labels = LabelFiles.Read(language);
        Assert.Empty(English.Keys.Except(labels.Keys).Select(key => $"{language}.yml lacks {key}"));
        Assert.Empty(labels.Keys.Except(English.Keys).Where(key => !IsForm(key)).Select(key => $"{language}.yml has {key}, which English does not"));
        Assert.Empty(English.Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal))
            .SelectMany(key => FormsOf(language).Select(form => key[..^"other".Length] + form))
            .Except(labels.Keys));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_label_has_the_places_of_the_English_one(string language)
    {
        var labels = LabelFiles.Read(language);
        Assert.All(English.Where(e => !e.Key.StartsWith("date.", StringComparison.Ordinal)), e => Assert.Equal(
            (e.Key, PlacesOf(e.Value)), (e.Key, PlacesOf(labels[e.Key]))));
        Assert.All(labels.Where(l => !English.ContainsKey(l.Key)), l => Assert.Equal(
            (l.Key, PlacesOf(labels[StemOf(l.Key) + ".other"])), (l.Key, PlacesOf(l.Value))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Dates_and_times_are_made_of_places_that_are_filled_in(string language)
    {
        var patterns = LabelFiles.Read(language).Where(l => l.Key is "time.short" or "time.hour" || (l.Key.StartsWith("date.", StringComparison.Ordinal) && l.Key != "date.first"));
        Assert.All(patterns, p => Assert.All(
            Place().Matches(p.Value), m => Assert.Contains(m.Value[1..^1], "d dd dth m mm mon month yyyy day ddd h hh".Split(' '))));
    }

    // A form that only numbers of a million and more take may fall back on "other".
    private static IEnumerable<string> FormsOf(string language) => Enumerable.Range(0, 200).Select(n => PluralForms.Of(language, n)).Distinct();

    private static bool IsForm(string key) =>
        StemOf(key) is { Length: > 0 } stem && English.ContainsKey(stem + ".other") && PluralForms.IsForm(key[(stem.Length + 1)..]);

    private static string StemOf(string key) => key[..Math.Max(0, key.LastIndexOf('.'))];

    private static string PlacesOf(string text) =>
        string.Join(' ', NumberedPlace().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex NumberedPlace();
}
