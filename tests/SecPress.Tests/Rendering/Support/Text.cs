using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Tests.Rendering.Support;

/// <summary>Short ways to write documents in tests, without Markdown.</summary>
internal static class Text
{
    private static readonly TextSpan At = TextSpan.None;

    public static Document Doc(params Block[] blocks) => new([.. blocks], []);

    public static ImmutableArray<Inline> Words(string text) => [new TextInline(At, text)];

    public static InlineText Inline(string text) => new(Words(text), At);

    public static Heading H(int level, string text) => new(At, level, Slug.From(text), Words(text));

    public static Paragraph P(params Inline[] inlines) => new(At, [.. inlines]);

    public static Paragraph P(string text) => new(At, Words(text));

    public static Inline T(string text) => new TextInline(At, text);

    public static Inline A(string url, string text) => new Link(At, url, null, Words(text));

    public static Inline Strong(string text) => new Emphasis(At, EmphasisKind.Strong, Words(text));

    public static Inline Abbr(string text, string expansion) => new Abbreviation(At, text, expansion);

    public static ListBlock Ul(params string[] items) =>
        new(At, false, 1, true, [.. items.Select(i => new ListItem(At, null, [P(i)]))]);

    public static ListBlock Ol(int start, params string[] items) =>
        new(At, true, start, true, [.. items.Select(i => new ListItem(At, null, [P(i)]))]);

    public static Reference Ref(string url) => new(url, At);

    public static TableCell Cell(string text) => new(text.Length == 0 ? [] : Words(text));
}
