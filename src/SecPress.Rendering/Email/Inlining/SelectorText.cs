using System.Text;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>What can be told of a selector from its text.</summary>
internal static class SelectorText
{
    // States a reader brings about. What depends on them cannot stand in an attribute.
    private static readonly string[] States =
        [":hover", ":active", ":focus-visible", ":focus-within", ":focus", ":visited", ":target", ":checked"];

    // Marks that clients themselves put around a message, so that nothing in the message matches.
    private static readonly string[] ClientMarks =
        ["[data-ogs", ".ExternalClass", ".ReadMsgBody", "#outlook", "#MessageViewBody", "#msgBody", "x-apple-data-detectors", "moz-text-html", "u +", "u+"];

    public static bool IsOfAClient(string selector) =>
        ClientMarks.Any(mark => selector.Contains(mark, StringComparison.OrdinalIgnoreCase));

    public static bool HasPseudoElement(string selector) =>
        selector.Contains("::", StringComparison.Ordinal)
        || selector.Contains(":before", StringComparison.OrdinalIgnoreCase)
        || selector.Contains(":after", StringComparison.OrdinalIgnoreCase)
        || selector.Contains(":first-line", StringComparison.OrdinalIgnoreCase)
        || selector.Contains(":first-letter", StringComparison.OrdinalIgnoreCase);

    public static bool HasState(string selector) =>
        States.Any(state => selector.Contains(state, StringComparison.OrdinalIgnoreCase));

    /// <summary>The elements it may ever match: states and pseudo-elements taken away.</summary>
    public static string WithoutStates(string selector)
    {
        var text = new StringBuilder(selector);
        foreach (var state in States)
        {
            text.Replace(state, "");
        }

        var plain = text.ToString();
        var pseudo = plain.IndexOf("::", StringComparison.Ordinal);
        plain = pseudo < 0 ? plain : plain[..pseudo];
        return plain.Length == 0 || " >+~".Contains(plain[^1]) ? plain + "*" : plain;
    }

    /// <summary>A class, id or type that every element it matches must have: <c>.name</c>, <c>#name</c>, <c>name</c> in lower case, or empty.</summary>
    public static string Key(string selector)
    {
        if (selector.Contains('\\'))
        {
            return "";
        }

        var start = LastCompound(selector);
        var (id, type) = ("", "");
        for (var at = start; at < selector.Length;)
        {
            var c = selector[at];
            if (c is '[' or '(')
            {
                at = CssScanner.Find(selector, at + 1, c == '[' ? ']' : ')') + 1;
                continue;
            }

            var end = at + 1;
            while (end < selector.Length && (char.IsLetterOrDigit(selector[end]) || selector[end] is '-' or '_'))
            {
                end++;
            }

            if (c == '.')
            {
                return selector[at..end];
            }

            if (c == '#')
            {
                id = selector[at..end];
            }
            else if (char.IsLetter(c) && at == start)
            {
                type = selector[at..end].ToLowerInvariant();
            }

            at = end;
        }

        return id.Length > 0 ? id : selector.Contains('|') ? "" : type;
    }

    private static int LastCompound(string selector)
    {
        var start = 0;
        for (var at = 0; at < selector.Length; at++)
        {
            switch (selector[at])
            {
                case '[':
                    at = CssScanner.Find(selector, at + 1, ']');
                    break;
                case '(':
                    at = CssScanner.Find(selector, at + 1, ')');
                    break;
                case ' ' or '\t' or '\n' or '\r' or '>' or '+' or '~':
                    start = at + 1;
                    break;
            }
        }

        return start;
    }
}
