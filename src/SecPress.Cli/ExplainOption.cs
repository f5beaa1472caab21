using System.CommandLine;
using System.CommandLine.Invocation;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli;

/// <summary><c>secpress --explain SP012</c>: what a finding means, from the manual that the program carries.</summary>
internal sealed class ExplainOption : SynchronousCommandLineAction
{
    private const string Resources = "manual/checks/";

    private readonly Option<string?> option;
    private readonly Func<ParseResult, Desk> deskFor;

    private ExplainOption(Option<string?> option, Func<ParseResult, Desk> deskFor) => (this.option, this.deskFor) = (option, deskFor);

    public override bool ClearsParseErrors => true;

    public static Option<string?> Create(Terminal terminal, GlobalOptions options)
    {
        var option = new Option<string?>("--explain")
        {
            Description = "Explain what a code such as SP012 means, and how to mend what it finds.",
            HelpName = "CODE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        option.CompletionSources.Add(_ => RuleCatalog.All.Select(r => new System.CommandLine.Completions.CompletionItem(r.Code)));
        option.Action = new ExplainOption(option, parsed => new Desk(terminal, options, parsed));
        return option;
    }

    public override int Invoke(ParseResult parseResult)
    {
        var desk = deskFor(parseResult);
        if (parseResult.GetValue(option)?.Trim() is not { Length: > 0 } given)
        {
            return desk.Complain("which code to explain is not said", "Write the code that a finding names: secpress --explain SP012", ExitCode.Usage);
        }

        var code = given.ToUpperInvariant();
        code = code.All(char.IsAsciiDigit) ? "SP" + code.PadLeft(3, '0') : code;
        if (RuleCatalog.All.FirstOrDefault(r => r.Code == code) is not { } rule)
        {
            return desk.Complain(
                $"there is no code '{given}'", $"Write the code that a finding names, such as SP012.{Suggestion.DidYouMean(code, RuleCatalog.All.Select(r => r.Code))}", ExitCode.Usage);
        }

        desk.Terminal.Output.Write(PageOf(rule));
        return ExitCode.Fine;
    }

    private static string PageOf(Rule rule)
    {
        using var stream = typeof(ExplainOption).Assembly.GetManifestResourceStream($"{Resources}{rule.Code.ToLowerInvariant()}.md");
        if (stream is null)
        {
            return ManualPrinter.Print($"---\ntitle: \"{rule.Code}: {rule.Title}\"\n---\n\n{StandingOf(rule)}\n");
        }

        using var reader = new StreamReader(stream);
        return ManualPrinter.Print(reader.ReadToEnd());
    }

    private static string StandingOf(Rule rule) => rule.IsConfigurable
        ? $"It is {(rule.Severity == Severity.Info ? "a note" : "a warning")} unless site.yml says otherwise: checks: {{ {rule.Code}: off }} silences it."
        : "It is an error, and nothing is published or sent before it is mended.";
}
