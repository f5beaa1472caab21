using System.Text.RegularExpressions;

namespace SecPress.Content.Settings;

/// <summary>Compiles the pattern of a register so that no text can make it run long.</summary>
internal static class RegisterPattern
{
    private const int Longest = 1000;

    /// <summary>Null when it is no regular expression, needs back-tracking, or fits the empty text.</summary>
    public static Regex? Compile(string pattern)
    {
        if (pattern.Length is 0 or > Longest)
        {
            return null;
        }

        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return regex.IsMatch("") ? null : regex;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
