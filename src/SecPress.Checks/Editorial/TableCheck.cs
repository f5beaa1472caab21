using System.Collections.Immutable;
using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Checks.Editorial;

/// <summary>A table has a caption (SP131) and names its columns (SP132; WCAG 2.2, 1.3.1).</summary>
internal static class TableCheck
{
    public static void Run(PageText page, DiagnosticBag diagnostics)
    {
        foreach (var table in page.Blocks.OfType<Table>())
        {
            var at = page.Source.At(table.Span);
            if (IsEmpty(table.Caption))
            {
                diagnostics.Add(
                    EditorialRules.NoTableCaption,
                    at,
                    "this table has no caption",
                    "Write one in a paragraph of its own before the table: 'Table: What it shows'.");
            }

            if (table.Header.All(c => IsEmpty(c.Content)))
            {
                diagnostics.Add(
                    EditorialRules.NoHeaderCells,
                    at,
                    "the first row of this table is empty, so nothing says what its columns are",
                    "Write a word for each column in the first row.");
            }
        }
    }

    private static bool IsEmpty(ImmutableArray<Inline> content) => string.IsNullOrWhiteSpace(DocumentWalker.PlainText(content));
}
