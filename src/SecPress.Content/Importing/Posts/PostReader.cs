using NodaTime;
using SecPress.Content.Importing.Parts;

namespace SecPress.Content.Importing.Posts;

/// <summary>What other posts need to know of one: its file's name to be, the addresses it had, and whether it is a page.</summary>
internal sealed record PostFacts(string? Name, IReadOnlyList<string> Addresses, bool IsPage)
{
    public static readonly PostFacts None = new(null, [], IsPage: false);
}

/// <summary>Reads the heads of posts: what they are called, when they went out, what of them has a place in SecPress.</summary>
internal sealed class PostReader(DateFinder dates, OldLinks links)
{
    /// <summary>Keys that say nothing to a reader.</summary>
    private static readonly HashSet<string> Technical = ["layout", "type", "kind", "template", "comments", "toc", "math", "mathjax", "weight", "sitemap", "lang"];

    public PostFacts FactsOf(ImportEntry entry, string text, bool single)
    {
        var notes = new ImportNotes(entry.Path);
        var post = Split(entry, text, notes);
        var names = PostDates.Names(entry.Name);
        var sent = PostDates.Read(post.Head, entry.Name, dates, notes);
        var isPage = !single && ((sent is null && !post.Head.IsEmpty) || entry.Folder.Split('/')[^1] is "pages" or "_pages");
        var slug = post.Head.Text("slug") ?? SlugOf(entry, post.Head, names.Bare);
        var addresses = post.Head.Texts("permalink", "url", "aliases", "alias", "redirect_from")
            .Where(a => !a.Contains(':', StringComparison.Ordinal))
            .Concat(isPage ? [] : links.AddressOf(sent?.Date, slug) is { } address ? [address.EndsWith('/') || address.Contains('.', StringComparison.Ordinal) ? address : address + "/"] : []);
        return new PostFacts(isPage ? post.Head.Text("slug") ?? entry.Name : names.Padded, [.. addresses.Select(a => a.StartsWith('/') ? a : "/" + a).Distinct(StringComparer.Ordinal)], isPage);
    }

    public PostText Read(ImportEntry entry, string text, IssueDraft draft, ImportNotes notes)
    {
        var post = Split(entry, text, notes);
        var head = post.Head;
        draft.Title = head.Text("title") ?? "";
        draft.Summary = head.Text("summary", "description", "excerpt", "subtitle") ?? "";
        draft.IsDraft = head.Text("draft") == "true" || head.Text("published") == "false" || head.Text("status") is "draft" or "hidden" || entry.Path.Contains("_drafts/", StringComparison.Ordinal);
        draft.Tags.AddRange(head.Texts("category", "categories", "tags", "tag", "taxonomies"));
        if (PostDates.Read(head, entry.Name, dates, notes) is var (sent, time))
        {
            (draft.Sent, draft.SentTime) = (sent, time);
        }

        if (head.Text("image", "cover", "featured_image", "thumbnail") is { } image && links.Resolve(image, draft.IsPage ? "pages/x.md" : "issues/x.md", entry.Folder) is { } known && Documents.LinkSchemes.IsAllowed(known.Url))
        {
            draft.Image = known.Url;
        }

        if (draft.Title.Length == 0 && FirstHeading(post.Body) is { } heading)
        {
            draft.Title = heading;
        }

        return post;
    }

    /// <summary>Lists what the head says and SecPress has no place for.</summary>
    public static void NoteUnused(PostHead head, ImportNotes notes)
    {
        _ = head.Text("slug", "permalink", "url");
        _ = head.Texts("aliases", "alias", "redirect_from");
        foreach (var (key, text) in head.Unused())
        {
            if (Technical.Contains(key))
            {
                notes.Taken(1, $"'{key}' told the old generator how to lay the page out", text);
            }
            else
            {
                notes.Left(1, $"front matter has no '{key}'", text);
            }
        }
    }

    public LocalDate? DateOfName(ImportEntry entry) => PostDates.Read(PostHead.None, entry.Name, dates, new ImportNotes(entry.Path))?.Date;

    private static PostText Split(ImportEntry entry, string text, ImportNotes notes) => entry.Kind switch
    {
        ImportKind.ReStructuredText => PostText.Read(entry.Path, RestructuredText.ToPost(text, notes), notes),
        ImportKind.Html when !text.StartsWith("---", StringComparison.Ordinal) => new PostText(PostHead.None, text, 1),
        _ => PostText.Read(entry.Path, text, notes),
    };

    // Jekyll takes the file's name, Pelican the title.
    private static string SlugOf(ImportEntry entry, PostHead head, string bare) =>
        entry.Path.Contains("_posts/", StringComparison.Ordinal) || head.Text("title") is not { } title
            ? bare
            : string.Join('-', new string([.. title.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '_' or '-' || char.IsWhiteSpace(c))])
                .Split([' ', '-', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string? FirstHeading(string body) => body.Split('\n')
        .Where(l => l.StartsWith("# ", StringComparison.Ordinal))
        .Select(l => l[2..].Trim(' ', '#'))
        .FirstOrDefault(t => t.Length > 0);
}
