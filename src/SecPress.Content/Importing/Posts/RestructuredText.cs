using System.Text.RegularExpressions;

namespace SecPress.Content.Importing.Posts;

/// <summary>
/// Writes the reStructuredText that newsletters use as Markdown: a title, fields, underlined headings, literals, links by name or in
/// place. Directives stay as they are, and are listed.
/// </summary>
internal static partial class RestructuredText
{
    /// <summary>The text as lines of <c>Key: value</c>, an empty line, and Markdown.</summary>
    public static string ToPost(string text, ImportNotes notes)
    {
        var head = "";
        if (Title().Match(text) is { Success: true } title)
        {
            head = $"Title: {title.Groups[1].Value.Trim()}\n";
            text = text[title.Length..].TrimStart('\n');
        }

        while (Field().Match(text) is { Success: true } field)
        {
            head += $"{field.Groups[1].Value}: {field.Groups[2].Value.Trim()}\n";
            text = text[field.Length..];
        }

        foreach (Match directive in Directive().Matches(text))
        {
            notes.Look(text.AsSpan(0, directive.Index).Count('\n') + head.AsSpan().Count('\n') + 1, "a directive stays as it is; write it in Markdown", directive.Value);
        }

        return head + "\n" + Markdown(text.TrimStart('\n'));
    }

    private static string Markdown(string text)
    {
        text = Underlined().Replace(text, m => (m.Groups[2].Value[0] == '=' ? "# " : m.Groups[2].Value[0] == '-' ? "## " : "### ") + m.Groups[1].Value);
        text = Target().Replace(text, "[$1]: $2");
        text = Literal().Replace(text, "`$1`");
        text = Embedded().Replace(text, m => $"[{OneLine(m.Groups[1].Value)}]({m.Groups[2].Value})");
        text = Named().Replace(text, m => $"[{OneLine(m.Groups[1].Value)}]");
        return Word().Replace(text, "[$1]");
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\A\s*(?:[=#*-]{3,}\n)?(.+)\n[=#*-]{3,}\n", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Title();

    [GeneratedRegex(@"\A\s*:([\w-]+):[ \t]*(.*)\n?", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\.\. \w[\w-]*::.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^(.+)\n([=\-~^""'+#*])\2{3,}[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Underlined();

    [GeneratedRegex(@"^\.\. _`?([^:`]+)`?: (\S+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Target();

    [GeneratedRegex(@"``(.+?)``", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<!`)`([^`<]+?)\s*<([^`>\s]+)>`__?", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"(?<!`)`([^`]+?)`__?", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(\w+)_(?=\W)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Word();
}
