using System.Collections.Immutable;
using System.Globalization;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>Writes the style attribute of an element, and the attributes that Outlook reads in its place.</summary>
internal static class InlineStyle
{
    /// <summary>What holds for the element, weakest first; values that a plain one overrides are left out.</summary>
    public static ImmutableArray<Declaration> Of(StyledElement element)
    {
        var all = new List<Declaration>();
        var rules = element.Inlined.ToList();
        AddAll(all, rules.SelectMany(r => r.Declarations.Where(d => !d.Important)));
        AddAll(all, element.Own.Where(d => !d.Important));
        var important = rules.SelectMany(r => r.Declarations.Where(d => d.Important)).Select(d => d with { Important = false }).ToList();
        AddAll(all, important.Where(d => !HoldsAlready(d, important, element.Own)));
        for (var i = 0; i < element.Own.Length; i++)
        {
            var own = element.Own[i];
            if (own.Important || element.OwnRaised[i])
            {
                AddOwn(all, own, element);
            }
        }

        var holding = all.Where((d, i) => !IsOverridden(d, all, i));
        var mayMove = important.Count > 0 || rules.Any(r => r.AnyRaised) || element.Own.Any(d => d.Important) || element.OwnRaised.Contains(true);
        return mayMove ? InOneOrder(holding) : [.. holding];
    }

    public static string Print(ImmutableArray<Declaration> declarations) =>
        string.Join(';', declarations.Select(d => WithSingleQuotes(d.Print(d.Important))));

    /// <summary>The HTML attributes that say the same to Word's engine, which reads them more reliably than CSS.</summary>
    public static IEnumerable<(string Name, string Value)> Attributes(string element, ImmutableArray<Declaration> declarations)
    {
        if (element is not ("table" or "td" or "th" or "tr" or "img"))
        {
            yield break;
        }

        if (element != "img" && (Last("background-color") ?? Last("background")) is { } background && PlainValue.IsHex(background))
        {
            yield return ("bgcolor", background);
        }

        if (element != "tr" && Last("width") is { } width && WholeWidth(width) is { } whole)
        {
            yield return ("width", whole);
        }

        if (element is not ("table" or "img"))
        {
            if (Last("text-align") is "left" or "right" or "center" or "justify")
            {
                yield return ("align", Last("text-align")!);
            }

            if (Last("vertical-align") is "top" or "middle" or "bottom" or "baseline")
            {
                yield return ("valign", Last("vertical-align")!);
            }
        }

        string? Last(string property) => declarations.LastOrDefault(d => d.Property == property)?.Value;
    }

    // A copy that an earlier inlining left in the head: its declaration is in the style attribute, and what stands behind it there
    // is important by itself.
    private static bool HoldsAlready(Declaration declaration, List<Declaration> important, ImmutableArray<Declaration> own)
    {
        var at = own.LastIndexOf(declaration);
        return at >= 0
            && important.All(d => d == declaration || !Properties.Meet(d.Property, declaration.Property))
            && own.Skip(at + 1).All(d => !Properties.Meet(d.Property, declaration.Property) || own.Contains(d with { Important = true }));
    }

    // What cannot be said in the head alone stays important on the element: the plain value first, for clients that ignore the other.
    private static void AddOwn(List<Declaration> all, Declaration own, StyledElement element)
    {
        var contested = element.Rules.Any(r => r.Competes && r.Declarations.Where((_, i) => r.IsRaised(i)).Any(d => Properties.Meet(d.Property, own.Property)));
        Add(all, own with { Important = false });
        if (contested)
        {
            Add(all, own with { Important = true });
        }
    }

    private static void AddAll(List<Declaration> all, IEnumerable<Declaration> declarations)
    {
        foreach (var declaration in declarations)
        {
            Add(all, declaration);
        }
    }

    // Saying again what already holds would only move it, and inlining twice must give the same text.
    private static void Add(List<Declaration> all, Declaration declaration)
    {
        if (all.FindLast(d => Properties.Meet(d.Property, declaration.Property)) != declaration)
        {
            all.Add(declaration);
        }
    }

    private static bool IsOverridden(Declaration declaration, List<Declaration> all, int index)
    {
        for (var later = index + 1; later < all.Count; later++)
        {
            var other = all[later];
            if (other == declaration)
            {
                return true;
            }

            if (other.Important == declaration.Important && PlainValue.Is(other)
                && (other.Property == declaration.Property || Properties.IsSideOf(declaration.Property, other.Property)))
            {
                return true;
            }
        }

        return false;
    }

    // Importance moves declarations about. Only the order of those that meet has a meaning: the rest is put in the order of names, so
    // that inlining again finds nothing to move.
    private static ImmutableArray<Declaration> InOneOrder(IEnumerable<Declaration> declarations)
    {
        var all = declarations.ToImmutableArray();
        return all.Any(d => d.Property == "all") ? all : [.. all.OrderBy(d => Properties.FamilyOf(d.Property), StringComparer.Ordinal)];
    }

    private static string? WholeWidth(string width)
    {
        var number = width.EndsWith("px", StringComparison.Ordinal) ? width[..^2] : width.EndsWith('%') ? width[..^1] : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture) + (width.EndsWith('%') ? "%" : "")
            : null;
    }

    private static string WithSingleQuotes(string text) =>
        text.Contains('"') && !text.Contains('\'') && !text.Contains('\\') ? text.Replace('"', '\'') : text;
}
