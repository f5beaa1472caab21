using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Model.Sites;

/// <summary>
/// A page or file of the site that links can lead to. <c>Path</c> is its address below the base URL, without a leading slash:
/// empty for the home page, <c>issues/2017-06/</c>, <c>feed.xml</c>.
/// </summary>
public abstract record SitePage(string Path)
{
    /// <summary>Its file below the output folder.</summary>
    public string OutputPath => Path.Length == 0 || Path.EndsWith('/') ? Path + "index.html" : Path;

    /// <summary>Whether it stands in the sitemap and may be indexed.</summary>
    public virtual bool IsIndexed => true;

    /// <summary>The ordinary page that an editor wrote and it shows, if any.</summary>
    public virtual Page? Written => null;

    /// <summary>The text it carries, when an editor wrote one.</summary>
    public virtual Document Body => Written?.Body ?? Document.Empty;

    /// <summary>The ids a link may lead to, besides those of its text.</summary>
    public virtual IEnumerable<string> Anchors => [];

    /// <summary>Where it comes from, for messages.</summary>
    public abstract string Origin { get; }
}

/// <summary>The home page; <c>Text</c> is what it says first.</summary>
public sealed record HomePage(Page? Text = null) : SitePage("")
{
    public override Page? Written => Text;

    public override string Origin => Text?.Source.Path ?? "the home page";
}

/// <param name="Path">Its address.</param>
/// <param name="Issue">The issue.</param>
/// <param name="ForReview">Whether it is not published yet, and stands at an address that only reviewers are told.</param>
public sealed record IssuePage(string Path, Issue Issue, bool ForReview = false) : SitePage(Path)
{
    public override bool IsIndexed => !ForReview;

    /// <summary>Where the files of its email edition are.</summary>
    public string EditionFolder => ForReview ? Path + EditionFile.Published : EditionFile.Published;

    public override Document Body => Issue.Body;

    public override IEnumerable<string> Anchors => Parts.Of(Issue).Select(p => p.Anchor);

    public override string Origin => Issue.Source.Path;
}

public sealed record TextPage(Page Page) : SitePage(Page.Path)
{
    public override Page? Written => Page;

    public override string Origin => Page.Source.Path;
}

public sealed record NotFoundPage() : SitePage("404.html")
{
    public override bool IsIndexed => false;

    public override string Origin => "the page for unknown addresses";
}

/// <summary>An older address that leads to a page.</summary>
public sealed record RedirectPage(string Path, SitePage Target, string From) : SitePage(Path)
{
    public override bool IsIndexed => false;

    public override string Origin => From;
}

public enum EditionFormat
{
    Html,
    Text,
    Eml,
}

/// <summary>A file of an issue's email edition, published beside the site.</summary>
public sealed record EditionFile(Issue Issue, EditionFormat Format, string Folder = EditionFile.Published)
    : SitePage($"{Folder}{Issue.Slug}.{(Format switch { EditionFormat.Html => "html", EditionFormat.Text => "txt", _ => "eml" })}")
{
    public const string Published = "email/";

    public override bool IsIndexed => false;

    public override string Origin => Issue.Source.Path;
}
