using System.CommandLine.Parsing;

namespace SecPress.Cli.Commands;

/// <summary>Parses the value of an option, and says in plain words what one looks like.</summary>
internal static class OptionParser
{
    /// <param name="parse">Gives null for what is none.</param>
    /// <param name="expected">Ends the sentence "'x' is not …".</param>
    public static Func<ArgumentResult, T?> Of<T>(Func<string, T?> parse, string expected) => result =>
    {
        var given = result.Tokens[0].Value;
        var value = parse(given);
        if (value is null)
        {
            result.AddError($"'{given}' is not {expected}");
        }

        return value;
    };
}
