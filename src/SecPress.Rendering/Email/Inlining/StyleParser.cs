using System.Collections.Immutable;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>
/// Reads style sheets by the rules of CSS Syntax Level 3 and keeps every value as it was written: mail clients depend on
/// spellings (<c>mso-*</c>, shorthands, fallback pairs) that a parser which understands values would change or drop.
/// </summary>
internal static class StyleParser
{
    public static ImmutableArray<StyleItem> Sheet(string css) => Items(css.Replace("<!--", "").Replace("-->", ""));

    /// <summary>The declarations of a rule's block or of a <c>style</c> attribute.</summary>
    public static ImmutableArray<Declaration> Declarations(string block)
    {
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        var at = 0;
        while (at < block.Length)
        {
            var end = CssScanner.Find(block, at, ';');
            if (Declaration(block.AsSpan(at, end - at)) is { } declaration)
            {
                declarations.Add(declaration);
            }

            at = end + 1;
        }

        return declarations.ToImmutable();
    }

    /// <summary>The selectors of a list, commas inside brackets, parentheses and strings left alone.</summary>
    public static ImmutableArray<string> Selectors(string list)
    {
        var selectors = ImmutableArray.CreateBuilder<string>();
        var at = 0;
        while (at <= list.Length)
        {
            var end = CssScanner.Find(list, at, ',');
            selectors.Add(CssScanner.WithoutComments(list.AsSpan(at, end - at)).Trim());
            at = end + 1;
        }

        return selectors.ToImmutable();
    }

    private static ImmutableArray<StyleItem> Items(string css)
    {
        var items = ImmutableArray.CreateBuilder<StyleItem>();
        var at = 0;
        while ((at = CssScanner.SkipBlank(css, at)) < css.Length)
        {
            if (css[at] == '}')
            {
                at++;
            }
            else if (css[at] == '@')
            {
                at = AtRule(css, at, items);
            }
            else
            {
                at = Rule(css, at, items);
            }
        }

        return items.ToImmutable();
    }

    private static int AtRule(string css, int start, ImmutableArray<StyleItem>.Builder items)
    {
        var open = CssScanner.Find(css, start, '{', ';');
        if (open >= css.Length || css[open] == ';')
        {
            items.Add(new StyleVerbatim(css[start..open].Trim() + ";"));
            return open + 1;
        }

        var close = CssScanner.Find(css, open + 1, '}');
        var prelude = CssScanner.WithoutComments(css.AsSpan(start, open - start)).Trim();
        items.Add(IsConditionalGroup(prelude)
            ? new StyleGroup(prelude, Items(css[(open + 1)..close]))
            : new StyleVerbatim(css[start..Math.Min(close + 1, css.Length)]));
        return close + 1;
    }

    private static int Rule(string css, int start, ImmutableArray<StyleItem>.Builder items)
    {
        var open = CssScanner.Find(css, start, '{');
        if (open >= css.Length)
        {
            return css.Length;
        }

        var close = CssScanner.Find(css, open + 1, '}');
        items.Add(new StyleRule(Selectors(css[start..open]), Declarations(css[(open + 1)..close])));
        return close + 1;
    }

    private static Declaration? Declaration(ReadOnlySpan<char> text)
    {
        var plain = CssScanner.WithoutComments(text).AsSpan().Trim();
        var colon = plain.IndexOf(':');
        if (colon <= 0)
        {
            return null;
        }

        var property = plain[..colon].TrimEnd();
        var value = plain[(colon + 1)..].Trim();
        var important = false;
        var bang = value.LastIndexOf('!');
        if (bang >= 0 && value[(bang + 1)..].Trim().Equals("important", StringComparison.OrdinalIgnoreCase))
        {
            important = true;
            value = value[..bang].TrimEnd();
        }

        return value.IsEmpty || !IsName(property)
            ? null
            : new Declaration(property.StartsWith("--") ? property.ToString() : property.ToString().ToLowerInvariant(), value.ToString(), important);
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_') && c < 0x80)
            {
                return false;
            }
        }

        return !char.IsAsciiDigit(name[0]);
    }

    private static bool IsConditionalGroup(string prelude) =>
        prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase) || prelude.StartsWith("@supports", StringComparison.OrdinalIgnoreCase);
}
