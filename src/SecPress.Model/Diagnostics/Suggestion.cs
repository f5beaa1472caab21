namespace SecPress.Model.Diagnostics;

/// <summary>Finds the word an editor most likely meant.</summary>
public static class Suggestion
{
    /// <summary>The nearest candidate by edit distance with transpositions, or null when none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What may have been meant.</param>
    /// <param name="mostEdits">How far a near one may be; a third of the word's length unless given.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, int? mostEdits = null)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        string? best = null;
        var bestDistance = (mostEdits ?? Math.Max(1, word.Length / 3)) + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance)
            {
                continue;
            }

            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>" Did you mean 'x'?" or an empty string, to end a mend with.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates, int? mostEdits = null) =>
        Nearest(word, candidates, mostEdits) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>How many letters to add, take out, change, or swap with their neighbour, to make one word the other (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
