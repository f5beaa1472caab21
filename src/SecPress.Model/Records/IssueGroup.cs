using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>A tag with its issues, newest first. Tags that give one address are one, under the name that is used most.</summary>
public sealed record TagRecord(string Name, string Slug, ImmutableArray<Issue> Issues)
{
    /// <summary>In the order of their names. Tags without a letter or a digit have no address and are left out.</summary>
    /// <param name="issues">Newest first.</param>
    internal static ImmutableArray<TagRecord> Compile(ImmutableArray<Issue> issues) =>
    [
        .. issues
            .SelectMany(i => i.Tags.Select(t => (Name: t, Slug: Documents.Slug.From(t), Issue: i)))
            .Where(t => t.Slug.Length > 0)
            .GroupBy(t => t.Slug, StringComparer.Ordinal)
            .Select(g => new TagRecord(
                g.GroupBy(t => t.Name, StringComparer.Ordinal).OrderByDescending(n => n.Count()).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key,
                g.Key,
                [.. g.Select(t => t.Issue).Distinct()]))
            .OrderBy(t => t.Slug, StringComparer.Ordinal),
    ];
}

/// <summary>A year with its issues, newest first.</summary>
public sealed record YearRecord(int Year, ImmutableArray<Issue> Issues)
{
    /// <summary>The newest year first.</summary>
    /// <param name="issues">Newest first.</param>
    internal static ImmutableArray<YearRecord> Compile(ImmutableArray<Issue> issues) =>
        [.. issues.GroupBy(i => i.Sent.Year).Select(g => new YearRecord(g.Key, [.. g])).OrderByDescending(y => y.Year)];
}

/// <summary>A series with its issues, oldest first.</summary>
public sealed class SeriesRecord
{
    private readonly FrozenDictionary<Issue, int> places;

    private SeriesRecord(Series series, ImmutableArray<Issue> issues)
    {
        Series = series;
        Issues = issues;
        places = issues.Select((issue, i) => (issue, i)).ToFrozenDictionary(
            p => p.issue, p => p.i, SameFile.Instance);
    }

    public Series Series { get; }

    public ImmutableArray<Issue> Issues { get; }

    /// <summary>Which part of the series an issue of it is, counted from 1.</summary>
    public int NumberOf(Issue issue) => places[issue] + 1;

    /// <summary>Those that have an issue, in the order of the settings.</summary>
    /// <param name="series">Of the settings.</param>
    /// <param name="issues">Newest first.</param>
    internal static ImmutableArray<SeriesRecord> Compile(ImmutableArray<Series> series, ImmutableArray<Issue> issues)
    {
        var members = issues.Where(i => i.Series is not null).Reverse().ToLookup(i => i.Series!.Id, StringComparer.Ordinal);
        return [.. series.Where(s => members.Contains(s.Id)).Select(s => new SeriesRecord(s, [.. members[s.Id]]))];
    }
}
