namespace SecPress.Cli.Printing;

/// <summary>The parser's sentences about a command line, in the form of ours: small letters first, no full stop.</summary>
internal static class UsageText
{
    public static string Of(string message)
    {
        var text = message.TrimEnd('.');
        return text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
