using Spectre.Console;

namespace SecPress.Cli.Printing;

/// <summary>Rows for a person as a table on a terminal, for a program as lines with tabs, each written as it comes.</summary>
internal sealed class TableWriter
{
    private readonly Desk desk;
    private readonly Table? table;

    public TableWriter(Desk desk, params ReadOnlySpan<string> columns)
    {
        this.desk = desk;
        if (desk.Terminal.OutputIsInteractive)
        {
            table = new Table().Border(TableBorder.Simple);
            foreach (var column in columns)
            {
                table.AddColumn(new TableColumn(new Text(column)));
            }
        }
    }

    public void Add(params ReadOnlySpan<string> cells)
    {
        if (table is null)
        {
            desk.Terminal.Output.WriteLine(string.Join('\t', cells.ToArray().Select(c => c.Replace('\t', ' '))));
            return;
        }

        table.AddRow(cells.ToArray().Select(c => new Text(c)));
    }

    public void End()
    {
        if (table is not null)
        {
            AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(desk.Terminal.Output),
                ColorSystem = desk.Colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            }).Write(table);
        }
    }
}
