namespace SecPress.Rendering.Email.Inlining;

/// <summary>What is known of properties by their names.</summary>
internal static class Properties
{
    /// <summary>Whether one may set what the other sets: the same, or a shorthand and one of its longhands.</summary>
    public static bool Meet(string a, string b) =>
        a == b || a == "all" || b == "all" || IsPartOf(a, b) || IsPartOf(b, a) || (IsBorderSide(a) && IsBorderSide(b))
        || (a, b) is ("font", "line-height") or ("line-height", "font");

    /// <summary>Whether a shorthand sets the whole of a longhand by its sides.</summary>
    public static bool IsSideOf(string longhand, string shorthand) =>
        shorthand is "margin" or "padding" && IsPartOf(longhand, shorthand);

    /// <summary>The same for all properties that can meet.</summary>
    public static string FamilyOf(string property)
    {
        var hyphen = property.IndexOf('-', 1);
        return property == "line-height" ? "font" : hyphen < 0 ? property : property[..hyphen];
    }

    private static bool IsPartOf(string longhand, string shorthand) =>
        longhand.Length > shorthand.Length + 1 && longhand[shorthand.Length] == '-' && longhand.StartsWith(shorthand, StringComparison.Ordinal);

    // "border-top" and "border-color" both set border-top-color.
    private static bool IsBorderSide(string property) =>
        property.StartsWith("border-", StringComparison.Ordinal) && property is not ("border-collapse" or "border-spacing")
        && !property.EndsWith("radius", StringComparison.Ordinal);
}
