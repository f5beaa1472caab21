using System.Collections.Immutable;
using AngleSharp.Css;
using AngleSharp.Css.Dom;
using AngleSharp.Dom;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>One selector of a rule, with the place it has in the cascade and the elements it was found to match.</summary>
internal sealed class CascadeRule(
    string selector, ISelector? matcher, Priority specificity, int order, ImmutableArray<Declaration> declarations, bool kept)
{
    private readonly bool[] raised = new bool[declarations.Length];

    public string Selector { get; } = selector;

    /// <summary>Tests for the elements it may match in any state; null when it is kept unread.</summary>
    public ISelector? Matcher { get; } = matcher;

    public Priority Specificity { get; } = specificity;

    /// <summary>Its place in the document, over all style sheets.</summary>
    public int Order { get; } = order;

    public ImmutableArray<Declaration> Declarations { get; } = declarations;

    /// <summary>Whether it stays in the head: it depends on a medium or on a state.</summary>
    public bool Kept { get; } = kept;

    /// <summary>Whether its declarations can meet inlined ones; a pseudo-element's cannot.</summary>
    public bool Competes { get; init; } = true;

    /// <summary>Whether some element it matches cannot carry a style attribute, so that the rule must stay.</summary>
    public bool HasImpliedElement { get; set; }

    public List<StyledElement> Elements { get; } = [];

    public bool IsRaised(int index) => raised[index] || (Kept && Declarations[index].Important);

    public bool Raise(int index) => raised[index] = true;

    public bool AnyRaised => raised.AsSpan().Contains(true);
}

/// <summary>An element with the rules that match it.</summary>
internal sealed class StyledElement(IElement element, ImmutableArray<Declaration> own)
{
    public IElement Element { get; } = element;

    /// <summary>The declarations of its own style attribute.</summary>
    public ImmutableArray<Declaration> Own { get; } = own;

    /// <summary>Those of <see cref="Own"/> that must be important to hold against a rule in the head.</summary>
    public bool[] OwnRaised { get; } = new bool[own.Length];

    public List<CascadeRule> Rules { get; } = [];

    /// <summary>Rules to inline, weakest first.</summary>
    public IEnumerable<CascadeRule> Inlined => Rules.Where(r => !r.Kept).OrderBy(r => r.Specificity).ThenBy(r => r.Order);

    /// <summary>Every declaration that meets <paramref name="property"/> on this element.</summary>
    public IEnumerable<Candidate> Meeting(string property)
    {
        foreach (var rule in Rules)
        {
            if (!rule.Competes)
            {
                continue;
            }

            for (var i = 0; i < rule.Declarations.Length; i++)
            {
                if (Properties.Meet(rule.Declarations[i].Property, property))
                {
                    yield return new Candidate(rule, null, i);
                }
            }
        }

        for (var i = 0; i < Own.Length; i++)
        {
            if (Properties.Meet(Own[i].Property, property))
            {
                yield return new Candidate(null, this, i);
            }
        }
    }
}

/// <summary>A declaration of a rule, or of an element's own style attribute.</summary>
internal readonly record struct Candidate(CascadeRule? Rule, StyledElement? Owner, int Index)
{
    public Declaration Declaration => Rule is null ? Owner!.Own[Index] : Rule.Declarations[Index];

    public bool IsInlined => Rule is not { Kept: true };

    public bool IsRaised => Rule is null ? Owner!.OwnRaised[Index] : Rule.IsRaised(Index);

    public void Raise()
    {
        if (Rule is null)
        {
            Owner!.OwnRaised[Index] = true;
        }
        else
        {
            Rule.Raise(Index);
        }
    }

    /// <summary>By CSS Cascading Level 4, §6: importance, the element's own style, specificity, order.</summary>
    public bool Beats(Candidate other)
    {
        var level = Level.CompareTo(other.Level);
        if (level != 0 || Rule is null || other.Rule is null)
        {
            return level != 0 ? level > 0 : Index > other.Index;
        }

        var specificity = Rule.Specificity.CompareTo(other.Rule.Specificity);
        return specificity != 0 ? specificity > 0
            : Rule.Order != other.Rule.Order ? Rule.Order > other.Rule.Order
            : Index > other.Index;
    }

    private int Level => (Declaration.Important ? 2 : 0) + (Rule is null ? 1 : 0);
}
