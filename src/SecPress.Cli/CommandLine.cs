using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using SecPress.Cli.Commands;
using SecPress.Cli.Printing;
using SecPress.Mailing.Stores;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli;

/// <summary>The program as a person types it: which commands there are, and how every run of one ends.</summary>
public sealed class CommandLine(Terminal terminal)
{
    // After Ctrl+C: longer than sending takes to let the messages under way be answered, so that none ends as unknown for haste.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(40);

    // Where no terminal tells how wide it is.
    private const int WidthOfFiles = 100;

    private readonly GlobalOptions options = new();

    public static string Version { get; } = "secpress " + typeof(CommandLine).Assembly.GetName().Version!.ToString(3);

    /// <summary>Runs one command and gives its <see cref="ExitCode"/>.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is ["--version"])
        {
            terminal.Output.WriteLine(Version);
            return ExitCode.Fine;
        }

        var parsed = Root().Parse(arguments.Count == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0 || MistakenOption(parsed) is not null)
        {
            return RefuseUsage(parsed);
        }

        var exitCode = await InvokeAsync(parsed, cancellationToken);
        return arguments.Count == 0 ? ExitCode.Usage : exitCode;
    }

    private RootCommand Root()
    {
        // In the order in which an editor needs them.
        var root = new RootCommand(
            "Turns issues written in Markdown into an archive site and an email edition, and sends the edition to its subscribers.")
        {
            NewCommand.Create(terminal, options),
            ImportCommand.Create(terminal, options),
            ServeCommand.Create(terminal, options),
            CheckCommand.Create(terminal, options),
            BuildCommand.Create(terminal, options),
            EmailCommand.Create(terminal, options),
            SubscribersCommand.Create(terminal, options),
            SendCommand.Create(terminal, options),
            StatusCommand.Create(terminal, options),
            DoctorCommand.Create(terminal, options),
            SchemaCommand.Create(terminal, options),
            CompletionCommand.Create(terminal, options),
        };
        options.AddTo(root);
        root.Add(ExplainOption.Create(terminal, options));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show what a command does and takes.";
        help.Action = new HelpPrinter((HelpAction)help.Action!, terminal.OutputIsInteractive ? null : WidthOfFiles);
        root.Options.OfType<VersionOption>().Single().Description = "Show which version of the program this is.";
        return root;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var desk = new Desk(terminal, options, parsed);
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return desk.Complain("stopped before the end", "Run the same command again: it takes up where this one stopped.", ExitCode.Interrupted);
        }
        catch (StoreUnavailableException e)
        {
            desk.Report([e.Diagnostic]);
            return ExitCode.Environment;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var (message, mend) = DiskFault.Explain(e);
            return desk.Complain(desk.IsVerbose ? e.ToString() : message, mend, ExitCode.Environment);
        }
        catch (Exception e)
        {
            return desk.Complain(
                $"SecPress met something it was not made for: {Detail(desk, e)}",
                desk.IsVerbose ? "Please report this." : "This is a mistake of the program; run it with --verbose for the details, and please report them.",
                ExitCode.Environment);
        }
    }

    private static string Detail(Desk desk, Exception e) => desk.IsVerbose ? e.ToString() : e.Message.TrimEnd('.');

    // The parser takes a misspelt option for the name of an issue or a file, where one may stand.
    private static string? MistakenOption(ParseResult parsed) =>
        parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash)
            ? null
            : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).FirstOrDefault(v => v.Length > 1 && v[0] == '-');

    private int RefuseUsage(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = MistakenOption(parsed) ?? (parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null);
        var known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(o => o.Name));
        var message = unknown switch
        {
            null => UsageText.Of(parsed),
            ['-', ..] => $"there is no option '{unknown}'",
            _ when command.Subcommands.Count > 0 => $"there is no command '{unknown}'",
            _ => $"'{unknown}' is one word too many",
        };
        var meant = unknown is null ? "" : Suggestion.DidYouMean(unknown, known);
        return new Desk(terminal, options, parsed).Complain(
            message, $"See '{HelpPrinter.FullName(parsed.CommandResult)} --help'.{meant}", ExitCode.Usage);
    }
}
