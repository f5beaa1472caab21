using AngleSharp.Dom;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>Finds the few rules an element can match by a class, an id or a type its selector ends in.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<string, List<CascadeRule>> byKey = new(StringComparer.Ordinal);

    public RuleIndex(IEnumerable<CascadeRule> rules)
    {
        foreach (var rule in rules.Where(r => r.Matcher is not null))
        {
            var key = SelectorText.Key(SelectorText.WithoutStates(rule.Selector));
            if (!byKey.TryGetValue(key, out var list))
            {
                byKey.Add(key, list = []);
            }

            list.Add(rule);
        }
    }

    /// <summary>The rules that match an element, in any order.</summary>
    public void Match(IElement element, List<CascadeRule> matching)
    {
        Match("", element, matching);
        Match(element.LocalName, element, matching);
        if (element.Id is { Length: > 0 } id)
        {
            Match("#" + id, element, matching);
        }

        if (element.ClassName is { Length: > 0 })
        {
            foreach (var name in element.ClassList)
            {
                Match("." + name, element, matching);
            }
        }
    }

    private void Match(string key, IElement element, List<CascadeRule> matching)
    {
        if (byKey.TryGetValue(key, out var rules))
        {
            foreach (var rule in rules)
            {
                if (rule.Matcher!.Match(element, null))
                {
                    matching.Add(rule);
                }
            }
        }
    }
}
