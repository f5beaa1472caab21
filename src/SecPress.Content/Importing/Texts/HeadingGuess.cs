using SecPress.Content.Importing.Blocks;
using SecPress.Content.Importing.Parts;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Texts;

/// <summary>Tells headings from paragraphs where nothing but their words says so, and gives them levels.</summary>
internal static class HeadingGuess
{
    private const int LongestHeading = 200;
    private const int MostWordsInSmallLetters = 8;
    private const double LeastCapitals = 0.6;

    /// <summary>Whether a line that stands alone reads as a heading: no end of a sentence, and mostly capitals at the start of long words, or few words.</summary>
    public static bool IsHeading(string line)
    {
        if (line.Length is < 2 or > LongestHeading || !(char.IsUpper(line[0]) || char.IsDigit(line[0])) || line[^1] is '.' or ',' or ';' or ':' or '…' or '”' or '"')
        {
            return false;
        }

        if (line.Contains("://", StringComparison.Ordinal) || line.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('(', ')', '‘', '’', '\'', '“', ',')).ToList();
        if (words.Count <= MostWordsInSmallLetters && !words.Contains("here"))
        {
            return true;
        }

        var long_ = words.Where(w => w.Length > 3).ToList();
        return long_.Count > 0 && long_.Count(w => char.IsUpper(w[0]) || char.IsDigit(w[0])) >= LeastCapitals * long_.Count;
    }

    /// <summary>
    /// Levels from 2. Headings with nothing between them are each one below the other, down to 4. What follows such a stack is beside
    /// its last one, a committee's heading one below its first; and the first heading behind committees that names none is a 2 again.
    /// </summary>
    public static void GiveLevels(List<DraftBlock> blocks, CommitteeFinder committees)
    {
        var (level, depth, behindCommittee) = (2, 0, false);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not DraftHeading heading)
            {
                continue;
            }

            var isCommittee = committees.In(heading.Text.Plain) is not null;
            var stacked = i > 0 && blocks[i - 1] is DraftHeading;
            var opensStack = i + 1 < blocks.Count && blocks[i + 1] is DraftHeading;
            if (stacked)
            {
                level = Math.Min(level + 1, 4);
                depth = level - 2;
            }
            else if (opensStack || (behindCommittee && !isCommittee))
            {
                (level, depth) = (2, 0);
            }
            else if (isCommittee && depth > 0)
            {
                level = 3;
            }

            behindCommittee = isCommittee;
            blocks[i] = heading with { Level = level };
        }
    }
}
