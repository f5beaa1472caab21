using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace SecPress.Tests.Content.Importing;

/// <summary>Every word of a source stands in the issue or in the list, whatever the source is made of; and the issue is one.</summary>
public sealed class NothingIsLostTests
{
    private static readonly Gen<string> Word = One(
        "lid", "Kettle", "KP014", "Council", "met", "on", "9th June 2019", "next meeting will be", "here", "unsubscribe", "3.", "245", "parties", "Current", "©", "seat",
        "*", "_x_", "[a]", "](b)", "<T>", "&amp;", "`", "```", "|", "{#i}", "{{ v }}", ":::", "[[name|x]]", "#", "- item", "https://example.org/a_b", "~~", "==m==", "!",
        "blue-bullet", "• dot", "\\", "<!--", "2019", "“quoted”", "été", "Title:", "---", "+++", "=====", "$x$", "^", "<div>", "</b>", "<b>");

    private static readonly Gen<string> Line = Gen.Select(Word.List[0, 7], One(" ", "  ", "\t"), One("", "  ", "    ")).Select((words, gap, indent) => indent + string.Join(gap, words));

    private static readonly Gen<string> Lines = Line.List[0, 12].Select(lines => string.Join('\n', lines) + "\n");

    [Fact]
    public void In_plain_text() => Lines.Sample(text => Check(text, "x.txt", text), iter: 100);

    [Fact]
    public void In_Markdown() => Lines.Sample(text => Check($"---\ntitle: T\ndate: 2019-01-01\n---\n{text}", "x.md", Regex.Replace(text, "</?(div|b)>|&amp;", " ")), iter: 100);

    [Fact]
    public void In_HTML()
    {
        var words = One("lid", "Kettle", "here", "Council met on 9th June 2019", "1.", "*", "[a]", "&lt;T&gt;", "`", "|", "© old", "unsubscribe", ":::", "245", "blue-bullet", "# x");
        var tag = One("p", "div", "b", "i", "td", "tr", "table", "li", "ul", "h1", "h3", "span", "a href='https://example.org/'", "code", "pre", "blockquote", "th", "center");
        var piece = Gen.OneOf(
            words.Select(w => " " + w + " "), tag.Select(t => $"<{t}>"), tag.Select(t => $"</{t.Split(' ')[0]}>"), One("<br>", "<hr>", "<p style='font-size:20px'>", "<div style='display:none'>", "<table border=1>"));
        piece.List[0, 40].Select(string.Concat).Sample(html => Check($"<title>T</title>{html}", "x.html", Regex.Replace(html.Replace("&lt;T&gt;", "T", StringComparison.Ordinal), "<[^>]*>", " ")), iter: 100);
    }

    private static void Check(string source, string name, string readable)
    {
        using var run = new ImportRun();
        run.Folder.Write("old/" + name, source);
        var imported = run.Import("old/" + name);
        Assert.Equal("", run.Findings(imported));
        var kept = Letters(imported.ToString());
        foreach (var word in readable.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(w => w.Length > 0))
        {
            Assert.True(kept.Contains(word, StringComparison.Ordinal), $"'{word}' was lost of:\n{source}\n{imported}");
        }
    }

    private static Gen<T> One<T>(params T[] values) => Gen.OneOf([.. values.Select(v => Gen.Const(v))]);

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }
}
