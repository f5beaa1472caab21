using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using SecPress.Content.Importing.Blocks;

namespace SecPress.Content.Importing.Html;

/// <summary>Tells tables of data from those that lay a page out, and reads the former.</summary>
internal static class DataTable
{
    private const int LongestCell = 400;
    private const int WidestSpan = 50;

    /// <summary>Whether a table says something by its rows and columns: at least two of each, short cells, nothing nested.</summary>
    public static bool IsData(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table, h1, h2, h3, h4, img, hr") is not null)
        {
            return false;
        }

        var rows = RowsOf(table);
        if (rows.Count < 2 || rows.Any(r => r.Any(c => c.TextContent.Length > LongestCell)))
        {
            return false;
        }

        var widths = rows.Where(r => r.Count > 1).Select(r => r.Sum(Span)).ToList();
        return widths.Count >= 2 && (table.QuerySelector("th") is not null || widths.Distinct().Count() == 1);
    }

    /// <summary>The table, and what single cells above and below it say.</summary>
    public static IEnumerable<DraftBlock> Read(IElement table, Func<IElement, DraftText> textOf)
    {
        foreach (var caption in table.Children.Where(c => c.LocalName == "caption"))
        {
            if (textOf(caption) is { IsEmpty: false } text)
            {
                yield return new DraftParagraph(HtmlContext.LineOf(caption), text);
            }
        }

        var rows = RowsOf(table).Where(r => r.Any(c => !string.IsNullOrWhiteSpace(c.TextContent))).ToList();
        var first = rows.FindIndex(r => r.Count > 1);
        var last = rows.FindLastIndex(r => r.Count > 1);
        foreach (var row in rows.Take(first))
        {
            yield return new DraftParagraph(HtmlContext.LineOf(row[0]), textOf(row[0]));
        }

        yield return new DraftTable(HtmlContext.LineOf(table), [.. rows[first..(last + 1)].Select(r => CellsOf(r, textOf))]);
        foreach (var row in rows.Skip(last + 1))
        {
            yield return new DraftParagraph(HtmlContext.LineOf(row[0]), textOf(row[0]));
        }
    }

    private static ImmutableArray<DraftText> CellsOf(List<IElement> row, Func<IElement, DraftText> textOf)
    {
        var cells = ImmutableArray.CreateBuilder<DraftText>();
        foreach (var cell in row)
        {
            cells.Add(textOf(cell));
            for (var i = 1; i < Span(cell); i++)
            {
                cells.Add(new DraftText("", ""));
            }
        }

        return cells.ToImmutable();
    }

    private static List<List<IElement>> RowsOf(IElement table) =>
    [
        .. table.Children
            .SelectMany(c => c.LocalName is "tbody" or "thead" or "tfoot" ? c.Children : c.LocalName == "tr" ? [c] : Enumerable.Empty<IElement>())
            .Where(r => r.LocalName == "tr")
            .Select(r => r.Children.Where(c => c.LocalName is "td" or "th").ToList())
            .Where(r => r.Count > 0),
    ];

    private static int Span(IElement cell) =>
        int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, WidestSpan) : 1;
}
