using System.Text;
using SecPress.Model.Editions;

namespace SecPress.Rendering.Documents;

/// <summary>Breaks text into lines at spaces. A word that is too long, such as an address, stands on a line of its own, whole.</summary>
internal static class TextWrapper
{
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            WrapParagraph(paragraph, width, lines);
        }

        return lines;
    }

    /// <summary>The columns of the longest word.</summary>
    public static int LongestWord(string text) => text.Split('\n').SelectMany(Words).Select(w => TextWidth.Of(w)).DefaultIfEmpty(0).Max();

    private static void WrapParagraph(string text, int width, List<string> lines)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Words(text))
        {
            var columns = TextWidth.Of(word);
            if (used > 0 && used + 1 + columns > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            if (used > 0)
            {
                line.Append(' ');
                used++;
            }

            line.Append(word);
            used += columns;
        }

        lines.Add(line.ToString());
    }

    // A no-break space, wide or narrow, ends no word, and is printed as a space; a space in a merge field's fallback ends none either.
    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        var inField = false;
        for (var i = 0; i < text.Length; i++)
        {
            inField = text[i] == MergeText.Open || (inField && text[i] != MergeText.Close);
            if (!inField && text[i] is ' ' or '\t')
            {
                if (start >= 0)
                {
                    yield return text[start..i].Replace('\u00A0', ' ').Replace('\u202F', ' ');
                }

                start = -1;
            }
            else if (start < 0)
            {
                start = i;
            }
        }

        if (start >= 0)
        {
            yield return text[start..].Replace('\u00A0', ' ').Replace('\u202F', ' ');
        }
    }
}
