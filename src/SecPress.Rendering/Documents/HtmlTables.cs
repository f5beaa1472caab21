using System.Text;
using SecPress.Model.Documents;

namespace SecPress.Rendering.Documents;

/// <summary>Prints tables of the Markdown for <see cref="HtmlPrinter"/>: caption, header scopes, and a frame that scrolls by itself.</summary>
internal sealed class HtmlTables(StringBuilder html, HtmlInlines inlines, HtmlPrinterOptions options)
{
    public void Print(Table table)
    {
        if (options.Scrolling)
        {
            html.Append("<div class=\"sp-scroll\" role=\"group\" tabindex=\"0\"");
            HtmlInlines.AppendAttribute(
                html,
                "aria-label",
                table.Caption.IsEmpty ? options.Labels["table.label"] : DocumentWalker.PlainText(table.Caption));
            html.Append(">\n");
        }

        html.Append("<table");
        if (options.Ids && table.Attributes.Id is { } id)
        {
            HtmlInlines.AppendAttribute(html, "id", id);
        }

        HtmlInlines.AppendClasses(html, table.Attributes, "sp-table");
        if (options.PlaceOf is { } placeOf)
        {
            HtmlInlines.AppendAttribute(html, "data-source", placeOf(table));
        }

        html.Append(">\n");
        if (!table.Caption.IsEmpty)
        {
            html.Append("<caption>");
            inlines.Print(table.Caption);
            html.Append("</caption>\n");
        }

        html.Append("<thead>\n<tr>");
        for (var i = 0; i < table.Header.Length; i++)
        {
            // A header cell without words heads nothing: it is a corner.
            var tag = table.Header[i].Content.IsEmpty ? "td" : "th";
            PrintCell(table, i, tag, tag == "th" ? " scope=\"col\"" : "", table.Header[i]);
        }

        html.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                PrintCell(table, i, "td", "", row[i]);
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n").Append(options.Scrolling ? "</div>\n" : "");
    }

    private void PrintCell(Table table, int column, string tag, string scope, TableCell cell)
    {
        html.Append('<').Append(tag).Append(scope);
        switch (column < table.Columns.Length ? table.Columns[column] : ColumnAlignment.None)
        {
            case ColumnAlignment.Centre:
                html.Append(" class=\"sp-centre\"");
                break;
            case ColumnAlignment.Right:
                html.Append(" class=\"sp-right\"");
                break;
        }

        html.Append('>');
        inlines.Print(cell.Content);
        html.Append("</").Append(tag).Append('>');
    }
}
