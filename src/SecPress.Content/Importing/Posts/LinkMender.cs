using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SecPress.Content.Documents;
using SecPress.Content.Importing.Blocks;

namespace SecPress.Content.Importing.Posts;

/// <summary>Where a post stands: its file below <c>content/</c>, its folder in the source, and the line its Markdown starts on.</summary>
internal sealed record PostPlace(string Target, string SourceFolder, int FirstLine);

/// <summary>
/// Leads the links of a post to where things are now. A link that leads nowhere keeps its words, and its address is listed; a picture
/// of another site becomes a link to it, so that no page of the archive asks another site for anything.
/// </summary>
internal sealed class LinkMender(OldLinks links, Func<string, HeadingAnchors?> anchorsOf, ImportNotes notes)
{
    private PostPlace place = new("", "", 1);
    private string body = "";
    private TextEdits edits = new();

    public string Mend(string markdown, PostPlace where)
    {
        (body, place, edits) = (markdown, where, new TextEdits());
        if (MarkdownTree.Parse(markdown) is not { } tree)
        {
            return markdown;
        }

        foreach (var definition in tree.OfType<LinkReferenceDefinitionGroup>().SelectMany(g => g.OfType<LinkReferenceDefinition>()))
        {
            MendDefinition(definition);
        }

        foreach (var node in tree.Descendants())
        {
            switch (node)
            {
                case LinkInline { IsImage: true } image:
                    MendImage(image);
                    break;
                case LinkInline link:
                    MendLink(link);
                    break;
                case AutolinkInline { IsEmail: false } auto when !LinkSchemes.IsAllowed(auto.Url):
                    edits.Delete(auto.Span.Start, auto.Span.Start + 1);
                    edits.Delete(auto.Span.End, auto.Span.End + 1);
                    break;
            }
        }

        return edits.Apply(markdown);
    }

    /// <summary>The address to write for an old one; null, with a note, when it leads nowhere.</summary>
    public string? AddressOf(string url, int line, PostPlace where)
    {
        if (links.Resolve(url, where.Target, where.SourceFolder) is not { } link)
        {
            notes.Left(line, "this link led to something that was not imported; its words are in the issue", url.Replace(OldLinks.FileScheme, "", StringComparison.Ordinal));
            return null;
        }

        if (IsWorthKeeping(link.Url))
        {
            notes.Look(line, $"links of the kind '{LinkSchemes.SchemeOf(link.Url)}:' are not allowed; the address stands in the text", url);
            return null;
        }

        if (!LinkSchemes.IsAllowed(link.Url))
        {
            notes.Left(line, $"links of the kind '{LinkSchemes.SchemeOf(link.Url)}:' are not allowed; its words are in the issue", url);
            return null;
        }

        if (link.Anchor.Length == 0)
        {
            return link.Url;
        }

        if (link.Target is { } target && (anchorsOf(target) is not { } anchors || anchors.Find(link.Anchor) is not { } anchor))
        {
            notes.Left(line, "nothing has the anchor that this link led to", url);
            return link.Url.Length > 0 ? link.Url : null;
        }

        return $"{link.Url}#{(link.Target is { } file ? anchorsOf(file)!.Find(link.Anchor) : link.Anchor)}";
    }

    private void MendDefinition(LinkReferenceDefinition definition)
    {
        if (definition.Url is not { Length: > 0 } url || definition.UrlSpan.IsEmpty)
        {
            return;
        }

        var address = links.Resolve(url, place.Target, place.SourceFolder) is null ? null : AddressOf(url, LineOf(definition.Span.Start), place);
        if (address is not null && address != url)
        {
            ReplaceUrl(definition.UrlSpan, address);
        }
    }

    private void MendLink(LinkInline link)
    {
        var url = link.Url ?? "";
        var address = url.Length == 0 ? null : AddressOf(url, LineOf(link.Span.Start), place);
        if (address is null)
        {
            Unlink(link, IsWorthKeeping(url) ? $" ({MarkdownEscaper.EscapeInline(url)})" : "");
        }
        else if (link.Reference is null && address != url)
        {
            ReplaceUrl(link.UrlSpan, address);
        }
    }

    private void MendImage(LinkInline image)
    {
        var url = image.Url ?? "";
        var line = LineOf(image.Span.Start);
        var insideLink = image.Parent is LinkInline or { Parent: LinkInline };
        var isPicture = url.Length > 0 && links.Resolve(url, place.Target, place.SourceFolder) is { Target: null } known && LinkSchemes.SchemeOf(known.Url) is null;
        var address = url.Length == 0 ? null : AddressOf(url, line, place);
        if (isPicture && address is not null)
        {
            if (image.Reference is null && address != url)
            {
                ReplaceUrl(image.UrlSpan, address);
            }

            return;
        }

        if (image.FirstChild is null)
        {
            edits.Insert(image.Span.Start, insideLink || address is null ? "Picture" : "[Picture");
        }

        if (address is null || insideLink)
        {
            if (address is not null)
            {
                notes.Left(line, "the picture of a link stands on another site and was left out; its words are the link", url);
            }

            Unlink(image);
            return;
        }

        notes.Look(line, "a picture of another site is a link to it now; save it below content/images to show it", address);
        edits.Delete(image.Span.Start, image.Span.Start + (image.FirstChild is null ? 2 : 1));
        if (image.Reference is null && address != url)
        {
            ReplaceUrl(image.UrlSpan, address);
        }
    }

    // A chat room or a file server may still be there; a script is nothing to read.
    private static bool IsWorthKeeping(string url) => LinkSchemes.SchemeOf(url) is "irc" or "ircs" or "ftp" or "ftps" or "sftp" or "git" or "ssh" or "xmpp" or "news" or "gopher" or "gemini" or "matrix" or "sip";

    private void Unlink(LinkInline link, string behind = "")
    {
        var open = link.Span.Start + (link.IsImage ? 2 : 1);
        var close = body.IndexOf(']', Math.Min(body.Length, (link.LastChild?.Span.End ?? open - 1) + 1));
        if (close >= open && close <= link.Span.End)
        {
            edits.Delete(link.Span.Start, open);
            edits.Replace(close, link.Span.End + 1, behind);
        }
    }

    // The parser has taken the address out of its brackets and escapes; it goes back into brackets when it needs them.
    private void ReplaceUrl(SourceSpan span, string address)
    {
        if (span.IsEmpty || span.Start >= body.Length)
        {
            return;
        }

        var bracketed = body[span.Start] == '<' || (span.Start > 0 && body[span.Start - 1] == '<');
        var needs = address.AsSpan().IndexOfAny(" ()<>") >= 0;
        var written = needs ? address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal) : address;
        edits.Replace(span.Start, span.End + 1, body[span.Start] == '<' || (needs && !bracketed) ? $"<{written}>" : written);
    }

    private int LineOf(int offset) => place.FirstLine + body.AsSpan(0, Math.Clamp(offset, 0, body.Length)).Count('\n');
}
