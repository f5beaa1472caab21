using System.Buffers;
using System.Collections.Frozen;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>
/// Knows values that every client understands. Only such a value may push an earlier one of the same property out of the attribute:
/// before any other, the earlier one is a fallback and stays.
/// </summary>
internal static class PlainValue
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private static readonly FrozenSet<string> Colours = new[]
    {
        "color", "background-color", "border-color", "border-top-color", "border-right-color", "border-bottom-color", "border-left-color",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lengths = new[]
    {
        "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "width", "height", "max-width", "min-width",
        "font-size", "line-height", "border-radius",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Margins = new[]
    {
        "margin", "margin-top", "margin-right", "margin-bottom", "margin-left",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Keywords = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["text-align"] = ["left", "right", "center", "justify"],
        ["vertical-align"] = ["top", "middle", "bottom", "baseline"],
        ["font-weight"] = ["normal", "bold", "400", "500", "600", "700"],
        ["font-style"] = ["normal", "italic"],
        ["text-decoration"] = ["none", "underline"],
        ["text-transform"] = ["none", "uppercase", "lowercase", "capitalize"],
        ["display"] = ["none", "block", "inline", "inline-block"],
        ["white-space"] = ["normal", "nowrap"],
        ["border-collapse"] = ["collapse", "separate"],
        ["width"] = ["auto"],
        ["height"] = ["auto"],
        ["line-height"] = ["normal"],
        ["list-style-type"] = ["none", "disc", "decimal", "square", "circle"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Is(Declaration declaration)
    {
        var (property, value) = (declaration.Property, declaration.Value);
        return (Colours.Contains(property) && IsHex(value))
            || (Lengths.Contains(property) && AreLengths(value, property, auto: false))
            || (Margins.Contains(property) && AreLengths(value, property, auto: true))
            || (Keywords.TryGetValue(property, out var words) && words.Contains(value, StringComparer.Ordinal));
    }

    public static bool IsHex(string value) =>
        value.Length is 4 or 7 && value[0] == '#' && value.AsSpan(1).IndexOfAnyExcept(HexDigits) < 0;

    private static bool AreLengths(string value, string property, bool auto)
    {
        var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var most = property is "padding" or "margin" or "border-radius" ? 4 : 1;
        return parts.Length >= 1 && parts.Length <= most && parts.All(p => (auto && p == "auto") || IsLength(p, property));
    }

    private static bool IsLength(string part, string property)
    {
        var digits = part.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var unit = digits < 0 ? "" : part[digits..];
        var number = digits < 0 ? part : part[..digits];
        return number.Length > 0 && char.IsAsciiDigit(number[0]) && char.IsAsciiDigit(number[^1]) && number.Count(c => c == '.') <= 1
            && (unit is "px" || (unit == "%" && property != "line-height") || (unit.Length == 0 && (number == "0" || property == "line-height")));
    }
}
