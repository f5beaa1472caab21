using System.Globalization;

namespace SecPress.Cli.Printing;

/// <summary>Counted things in English, the language of the program itself.</summary>
internal static class Plural
{
    /// <summary>"1 error", "2 errors", "12,000 files".</summary>
    public static string Of(int count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? noun : plural ?? noun + "s")}");
}
