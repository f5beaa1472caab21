namespace SecPress.Rendering.Documents;

/// <summary>Lays out a table as aligned columns; one that cannot be made to fit becomes a list of its rows.</summary>
internal static class TextTable
{
    private const string Between = "  ";

    /// <param name="rows">Cells as text, the first row being the header. All rows have as many cells.</param>
    /// <param name="alignRight">Columns whose cells end at the same column.</param>
    /// <param name="width">The columns there are.</param>
    /// <param name="headed">Puts a header before its cell, in a list of rows.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows, bool[] alignRight, int width, Func<string, string, string> headed)
    {
        var columns = alignRight.Length;
        var available = width - (Between.Length * (columns - 1));
        var natural = Widths(rows, columns, cell => cell.Split('\n').Max(l => TextWidth.Of(l)));
        var least = Widths(rows, columns, TextWrapper.LongestWord);
        if (least.Sum() > available)
        {
            return AsRecords(rows, width, headed);
        }

        return AsColumns(rows, alignRight, Fit(natural, least, available));
    }

    // Columns that need little get all they need; the wide ones share the rest.
    private static int[] Fit(int[] natural, int[] least, int available)
    {
        var widths = (int[])natural.Clone();
        while (widths.Sum() > available)
        {
            var widest = 0;
            for (var i = 1; i < widths.Length; i++)
            {
                if (widths[i] - least[i] > 0 && (widths[i] > widths[widest] || widths[widest] == least[widest]))
                {
                    widest = i;
                }
            }

            widths[widest]--;
        }

        return widths;
    }

    private static IEnumerable<string> AsColumns(IReadOnlyList<string[]> rows, bool[] alignRight, int[] widths)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            var cells = rows[r].Select((cell, i) => TextWrapper.Wrap(cell, widths[i])).ToList();
            for (var line = 0; line < cells.Max(c => c.Count); line++)
            {
                yield return string.Join(Between, cells.Select((c, i) => Pad(line < c.Count ? c[line] : "", widths[i], alignRight[i])));
            }

            if (r == 0)
            {
                yield return string.Join(Between, widths.Select(w => new string('-', w)));
            }
        }
    }

    private static IEnumerable<string> AsRecords(IReadOnlyList<string[]> rows, int width, Func<string, string, string> headed)
    {
        for (var r = 1; r < rows.Count; r++)
        {
            if (r > 1)
            {
                yield return "";
            }

            for (var i = 0; i < rows[r].Length; i++)
            {
                var cell = rows[0][i].Length == 0 ? rows[r][i] : headed(rows[0][i], rows[r][i]);
                foreach (var line in TextWrapper.Wrap(cell, width))
                {
                    yield return line;
                }
            }
        }
    }

    private static int[] Widths(IReadOnlyList<string[]> rows, int columns, Func<string, int> measure) =>
        [.. Enumerable.Range(0, columns).Select(i => Math.Max(1, rows.Max(r => measure(r[i]))))];

    private static string Pad(string text, int width, bool right)
    {
        var space = new string(' ', Math.Max(0, width - TextWidth.Of(text)));
        return right ? space + text : text + space;
    }
}
