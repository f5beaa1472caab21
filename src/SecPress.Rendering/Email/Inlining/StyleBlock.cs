using System.Collections.Immutable;
using System.Text;
using AngleSharp.Css.Parser;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>One <c>style</c> element: its rules for the cascade, and what of it stays in the head.</summary>
internal sealed class StyleBlock
{
    private readonly ImmutableArray<StyleItem> items;
    private readonly Dictionary<StyleRule, List<CascadeRule>> rules = new(ReferenceEqualityComparer.Instance);

    /// <param name="css">Its text.</param>
    /// <param name="conditional">Whether the element itself is for some media only.</param>
    /// <param name="selectors">Reads selectors.</param>
    /// <param name="order">Counts selectors over the whole document.</param>
    public StyleBlock(string css, bool conditional, CssSelectorParser selectors, ref int order)
    {
        items = StyleParser.Sheet(css);
        Add(items, conditional, selectors, ref order);
    }

    public IEnumerable<CascadeRule> Rules => rules.Values.SelectMany(r => r);

    /// <summary>What stays, in its order; empty when nothing does.</summary>
    public string Print() => Print(items);

    private void Add(ImmutableArray<StyleItem> from, bool conditional, CssSelectorParser selectors, ref int order)
    {
        foreach (var item in from)
        {
            if (item is StyleGroup group)
            {
                Add(group.Items, true, selectors, ref order);
            }
            else if (item is StyleRule rule)
            {
                var parts = new List<CascadeRule>(rule.Selectors.Length);
                foreach (var selector in rule.Selectors)
                {
                    parts.Add(Read(selector, rule, conditional, selectors, order++));
                }

                rules.Add(rule, parts);
            }
        }
    }

    private static CascadeRule Read(string text, StyleRule rule, bool conditional, CssSelectorParser selectors, int order)
    {
        var selector = SelectorText.IsOfAClient(text) ? null : selectors.ParseSelector(text);
        var hasState = SelectorText.HasState(text);
        var isPseudo = SelectorText.HasPseudoElement(text);
        var matcher = selector is not null && (hasState || isPseudo) ? selectors.ParseSelector(SelectorText.WithoutStates(text)) : selector;
        return selector is null || matcher is null
            ? new CascadeRule(text, null, default, order, rule.Declarations, kept: true)
            : new CascadeRule(text, matcher, selector.Specificity, order, rule.Declarations, conditional || hasState || isPseudo)
            {
                Competes = !isPseudo,
            };
    }

    private string Print(ImmutableArray<StyleItem> from)
    {
        var text = new StringBuilder();
        foreach (var item in from)
        {
            switch (item)
            {
                case StyleVerbatim verbatim:
                    text.Append(verbatim.Text).Append('\n');
                    break;
                case StyleGroup group:
                    var inner = Print(group.Items);
                    if (inner.Length > 0)
                    {
                        text.Append(group.Prelude).Append(" {\n").Append(inner).Append("}\n");
                    }

                    break;
                case StyleRule rule:
                    Print(text, rules[rule]);
                    break;
            }
        }

        return text.ToString();
    }

    // Selectors of one list stay together as long as the same of their declarations is printed.
    private static void Print(StringBuilder text, List<CascadeRule> parts)
    {
        string? block = null;
        foreach (var part in parts)
        {
            if (Block(part) is not { Length: > 0 } own)
            {
                continue;
            }

            if (own == block)
            {
                text.Append(", ").Append(part.Selector);
                continue;
            }

            text.Append(block is null ? "" : $" {{ {block} }}\n").Append(part.Selector);
            block = own;
        }

        if (block is not null)
        {
            text.Append(" { ").Append(block).Append(" }\n");
        }
    }

    private static string Block(CascadeRule rule)
    {
        if (rule.Matcher is null || rule.HasImpliedElement || (rule.Kept && rule.Elements.Count > 0))
        {
            return string.Join("; ", rule.Declarations.Select((d, i) => d.Print(d.Important || rule.IsRaised(i))));
        }

        return rule.AnyRaised
            ? string.Join("; ", rule.Declarations.Where((_, i) => rule.IsRaised(i)).Select(d => d.Print(important: true)))
            : "";
    }
}
