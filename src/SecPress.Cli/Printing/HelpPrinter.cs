using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SecPress.Cli.Commands;

namespace SecPress.Cli.Printing;

/// <summary>The parser's help, with a command's examples below it.</summary>
internal sealed class HelpPrinter : SynchronousCommandLineAction
{
    private readonly HelpAction help;

    /// <param name="help">The parser's.</param>
    /// <param name="width">In characters; null for the terminal's.</param>
    public HelpPrinter(HelpAction help, int? width)
    {
        this.help = help;
        if (width is { } given)
        {
            help.MaxWidth = given;
        }
    }

    public override bool ClearsParseErrors => true;

    public static string FullName(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{FullName(parent)} {command.Command.Name}" : "secpress";

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DeskCommand { Examples: { IsEmpty: false } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
            foreach (var example in examples)
            {
                output.WriteLine("  " + example);
            }

            output.WriteLine();
        }

        return ExitCode.Fine;
    }
}
