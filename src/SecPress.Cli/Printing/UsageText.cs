using System.CommandLine;
using System.CommandLine.Parsing;

namespace SecPress.Cli.Printing;

/// <summary>What is wrong with a command line, in a sentence that starts small and has no full stop.</summary>
internal static class UsageText
{
    public static string Of(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var command = parsed.CommandResult;
        if (command.Command is { Subcommands.Count: > 0, Action: null })
        {
            return $"which '{command.Command.Name}' is not said: {string.Join(", ", command.Command.Subcommands.Select(c => c.Name))}";
        }

        var error = parsed.Errors[0];
        if (error.SymbolResult is OptionResult { Tokens.Count: 0 } option && option.Option.Arity.MinimumNumberOfValues > 0)
        {
            return $"the value of {option.Option.Name} is missing: {option.Option.HelpName}";
        }

        return command.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 }) is { } missing
            ? $"{missing.HelpName ?? missing.Name} is missing: {missing.Description!.Split(['.', ':'])[0].TrimEnd()}"
            : Lowered(error.Message);
    }

    private static string Lowered(string message)
    {
        var text = message.TrimEnd('.');
        return text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
