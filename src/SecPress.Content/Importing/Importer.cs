using System.Text.RegularExpressions;
using SecPress.Content.Importing.Blocks;
using SecPress.Content.Importing.Html;
using SecPress.Content.Importing.Parts;
using SecPress.Content.Importing.Posts;
using SecPress.Content.Importing.Texts;
using SecPress.Content.Schemas;
using SecPress.Model;
using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing;

/// <summary>
/// Turns an old newsletter into issues. Files are looked at twice: first each for its date and old address, since links go from one to
/// another, then one by one for what they say; so what is held at a time does not grow with a folder's size.
/// </summary>
public sealed class Importer
{
    private readonly SiteSettings settings;
    private readonly ImportOptions options;
    private readonly ImportSource source;
    private readonly MonthNames months;
    private readonly OldLinks links;
    private readonly IssueFitter fitter;
    private readonly PostReader posts;
    private readonly Dictionary<string, ImportEntry> entriesByTarget = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeadingAnchors?> anchors = new(StringComparer.Ordinal);

    /// <param name="settings">The site to import into.</param>
    /// <param name="labels">Its language's words, for the names of months; null for English alone.</param>
    /// <param name="source">What to import.</param>
    /// <param name="options">What else is known.</param>
    public Importer(SiteSettings settings, Labels? labels, ImportSource source, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        (this.settings, this.source, this.options) = (settings, source, options);
        months = new MonthNames(labels?.Months ?? []);
        links = new OldLinks(options.OldSite, options.OldAddresses) { Probe = source.SingleFolder is { } folder ? path => Probe(folder, path) : null };
        fitter = new IssueFitter(settings);
        posts = new PostReader(new DateFinder(months, options.Date), links);
    }

    /// <summary>Gives each file's outcome, in the order of paths; nothing is written. Files that a link led to come last.</summary>
    public IEnumerable<ImportStep> Run(CancellationToken cancellationToken)
    {
        var planned = Plan(cancellationToken);
        foreach (var plan in planned)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Step(plan);
        }

        foreach (var (path, target) in links.ProbedFiles)
        {
            yield return new ImportStep(new ImportedFile { Path = target, Source = Path.Combine(source.SingleFolder!, path) }, []);
        }
    }

    private List<PlannedFile> Plan(CancellationToken cancellationToken)
    {
        var planned = new List<PlannedFile>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in source.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Kind == ImportKind.Asset)
            {
                links.AddFile(entry.Path, AssetTarget(entry.Path));
                planned.Add(new PlannedFile(entry, AssetTarget(entry.Path), null));
            }
            else
            {
                planned.Add(entry.Kind == ImportKind.Other ? new PlannedFile(entry, null, null) : PlanText(entry, taken));
            }
        }

        return planned;
    }

    private PlannedFile PlanText(ImportEntry entry, HashSet<string> taken)
    {
        var facts = entry.Kind is ImportKind.Text || source.Read(entry, new ImportNotes(entry.Path)) is not { } text
            ? PostFacts.None
            : posts.FactsOf(entry, text, source.SingleFolder is not null);
        var slug = options.Slug ?? Slug.FileName(facts.Name ?? entry.Name);
        var folder = facts.IsPage ? "pages/" : "issues/";
        var name = Slug.Unique(taken, folder + (slug.Length == 0 ? "issue" : slug));
        var target = name + ".md";
        entriesByTarget[target] = entry;
        links.AddName(Path.GetFileNameWithoutExtension(entry.Path), target);
        links.AddName(PostDates.Names(entry.Name).Padded, target);
        links.AddName(PostDates.Names(entry.Name).Bare, target);
        if (facts.IsPage)
        {
            links.Add("/" + Path.ChangeExtension(entry.Path, null), target);
        }

        var aliases = facts.Addresses.Where(a => Formats.SitePath.Accepts(a) && links.Add(a, target)).ToList();
        return new PlannedFile(entry, target, facts with { Addresses = aliases });
    }

    private ImportStep Step(PlannedFile plan)
    {
        var notes = new ImportNotes(plan.Entry.Path);
        if (plan.Target is not { } target)
        {
            notes.Left(0, "files of this kind are not imported", "");
            return new ImportStep(null, notes.All);
        }

        if (plan.Entry.Kind == ImportKind.Asset)
        {
            return new ImportStep(new ImportedFile { Path = target, Source = plan.Entry.DiskPath }, []);
        }

        if (source.Read(plan.Entry, notes) is not { } text || TryConvert(plan, target, text, notes) is not { } draft)
        {
            return new ImportStep(null, notes.All);
        }

        var file = new ImportedFile
        {
            Path = target,
            Text = fitter.Fit(draft, target, notes),
            Source = plan.Entry.DiskPath,
            Sent = draft.IsPage ? null : draft.Sent,
        };
        return new ImportStep(file, notes.All);
    }

    private IssueDraft? TryConvert(PlannedFile plan, string target, string text, ImportNotes notes)
    {
        try
        {
            return Convert(plan, target, text, notes);
        }
        catch (RegexMatchTimeoutException)
        {
            notes.Left(0, "the text is made so that reading it would take too long, and was not imported; split it", "");
            return null;
        }
    }

    // Null when it cannot be an issue, for want of a date.
    private IssueDraft? Convert(PlannedFile plan, string target, string text, ImportNotes notes)
    {
        var draft = new IssueDraft { IsPage = plan.Facts!.IsPage };
        var single = source.SingleFolder is not null;
        var place = new PostPlace(target, plan.Entry.Folder, 1);
        var mender = new LinkMender(links, AnchorsOf, notes);
        if (plan.Entry.Kind == ImportKind.Text)
        {
            Fill(draft, new PlainTextReader(settings, months, notes).Read(text, draft), notes);
            draft.IsDraft = single;
        }
        else
        {
            var post = posts.Read(plan.Entry, text, draft, notes);
            draft.Aliases.AddRange(plan.Facts.Addresses);
            place = place with { FirstLine = post.BodyLine };
            if (plan.Entry.Kind == ImportKind.Html)
            {
                ReadHtml(draft, post.Body, place, mender, notes);
                draft.IsDraft |= single && post.Head.IsEmpty;
            }
            else
            {
                var markdown = StructureMender.Mend(new TemplateTags(notes, post.BodyLine).Replace(post.Body), post.BodyLine, notes);
                draft.Body = new InlineHtmlMender(settings.RawHtml, mender, notes).Mend(mender.Mend(markdown, place), place);
            }

            PostReader.NoteUnused(post.Head, notes);
        }

        return Complete(draft, plan, single, notes) ? draft : null;
    }

    private void ReadHtml(IssueDraft draft, string html, PostPlace place, LinkMender mender, ImportNotes notes)
    {
        var (title, sent, summary) = (draft.Title, draft.Sent, draft.Summary);
        var blocks = new HtmlNewsletterReader(settings, months, (url, line) => mender.AddressOf(url, line, place), notes).Read(html, draft);
        Fill(draft, blocks, notes);
        draft.Title = title.Length > 0 ? title : draft.Title;
        draft.Sent = sent ?? draft.Sent;
        draft.Summary = summary.Length > 0 ? summary : draft.Summary;
    }

    private void Fill(IssueDraft draft, List<DraftBlock> blocks, ImportNotes notes)
    {
        new PartFinder(settings, months, notes).Find(draft, blocks);
        draft.Body = DraftMarkdownWriter.Write(blocks);
    }

    private bool Complete(IssueDraft draft, PlannedFile plan, bool single, ImportNotes notes)
    {
        if (draft.Title.Length == 0)
        {
            draft.Title = PostDates.Names(plan.Entry.Name).Bare.Replace('-', ' ').Replace('_', ' ');
            notes.Look(0, "the text has no title; the file's name was taken");
        }

        if (draft.IsPage)
        {
            return true;
        }

        draft.Sent = options.Date ?? draft.Sent ?? posts.DateOfName(plan.Entry);
        if (draft.Sent is null && single)
        {
            draft.Sent = options.Today;
            notes.Look(0, "the text does not say when it was sent; today was taken, and --date gives another day");
        }

        if (draft.Sent is null)
        {
            notes.Left(0, "neither the text nor the file's name says when it was sent, so it was not imported; import it by itself with --date", "");
        }

        return draft.Sent is not null;
    }

    private HeadingAnchors? AnchorsOf(string target)
    {
        if (!anchors.TryGetValue(target, out var known))
        {
            var entry = entriesByTarget.GetValueOrDefault(target);
            known = entry is { Kind: ImportKind.Markdown } && source.Read(entry, new ImportNotes(entry.Path)) is { } text
                ? HeadingAnchors.Of(new TemplateTags(new ImportNotes(entry.Path), 1).Replace(PostText.Read(entry.Path, text, new ImportNotes(entry.Path)).Body))
                : null;
            anchors.Add(target, known);
        }

        return known;
    }

    private static string? Probe(string folder, string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        return ImportSource.KindOf(path) == ImportKind.Asset && file is { Exists: true, LinkTarget: null } ? AssetTarget(path) : null;
    }

    private static string AssetTarget(string path)
    {
        foreach (var folder in new[] { "static/", "content/", "assets/" })
        {
            path = path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
        }

        return path.StartsWith("images/", StringComparison.Ordinal) ? path : "images/" + path;
    }

    private sealed record PlannedFile(ImportEntry Entry, string? Target, PostFacts? Facts);
}
