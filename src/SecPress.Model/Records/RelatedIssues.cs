using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

/// <summary>
/// Which issues speak of the same things: entries of registers and tags, each counting the more the fewer issues share it. Of what many
/// share only the nearest in time are looked at, so that the work grows with the issues and not with their square.
/// </summary>
public sealed class RelatedIssues
{
    private const int Most = 4;
    private const int NearestOfATopic = 24;

    private readonly FrozenDictionary<Issue, ImmutableArray<Issue>> related;

    private RelatedIssues(FrozenDictionary<Issue, ImmutableArray<Issue>> related) => this.related = related;

    /// <summary>The most alike first; the nearest in time of two equally alike. Neighbours, which each page leads to anyway, are left out.</summary>
    public ImmutableArray<Issue> To(Issue issue) => related.GetValueOrDefault(issue, []);

    /// <param name="readings">Every issue with what it speaks of, oldest first.</param>
    internal static RelatedIssues Compile(IReadOnlyList<(Issue Issue, IssueReading Reading)> readings)
    {
        var topics = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var ofIssue = new List<string>[readings.Count];
        for (var i = 0; i < readings.Count; i++)
        {
            ofIssue[i] = [.. TopicsOf(readings[i].Issue, readings[i].Reading).Distinct(StringComparer.Ordinal)];
            foreach (var topic in ofIssue[i])
            {
                if (!topics.TryGetValue(topic, out var members))
                {
                    topics.Add(topic, members = []);
                }

                members.Add(i);
            }
        }

        return new RelatedIssues(Enumerable.Range(0, readings.Count).ToFrozenDictionary(
            i => readings[i].Issue,
            i => Nearest(i, ofIssue[i], topics).Select(j => readings[j].Issue).ToImmutableArray(),
            SameFile.Instance));
    }

    private static IEnumerable<string> TopicsOf(Issue issue, IssueReading reading) =>
        issue.Modifications.Select(m => $"{m.RegisterId}/{m.Id}")
            .Concat(reading.Mentions.Select(m => $"{m.RegisterId}/{m.Id}"))
            .Concat(issue.Tags.Select(t => "#" + Slug.From(t)));

    private static IEnumerable<int> Nearest(int issue, List<string> topicsOfIssue, Dictionary<string, List<int>> topics)
    {
        var scores = new Dictionary<int, double>();
        foreach (var topic in topicsOfIssue)
        {
            var members = topics[topic];
            var at = members.BinarySearch(issue);
            var from = Math.Max(0, Math.Min(at - (NearestOfATopic / 2), members.Count - NearestOfATopic - 1));
            for (var i = from; i < Math.Min(members.Count, from + NearestOfATopic + 1); i++)
            {
                if (Math.Abs(members[i] - issue) > 1)
                {
                    scores[members[i]] = scores.GetValueOrDefault(members[i]) + 1.0 / Math.Log2(members.Count + 2);
                }
            }
        }

        return scores
            .OrderByDescending(s => Math.Round(s.Value, 9))
            .ThenBy(s => Math.Abs(s.Key - issue))
            .ThenByDescending(s => s.Key)
            .Take(Most)
            .Select(s => s.Key);
    }
}
