using System.Text.RegularExpressions;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Web;

/// <summary>A handbook: pages in a folder below the page of the folder, and a home page with a text.</summary>
public sealed partial class PagesInFoldersTests
{
    private static readonly PartPlacement List = new(TextSpan.None, PartKind.Pages, "");

    private static readonly Page[] Handbook =
    [
        Page("", "", "Welcome to the handbook", Doc(P("Begin where you like."), H(2, "All of it"), List)) with { Summary = "How to write." },
        Page("guide", "", "The guide", Doc(P("In order:"), List)) with { Menu = 1, Summary = "From the first word to the last." },
        Page("second", "guide/", "Second steps", Doc(P("Go on.")), 2),
        Page("first", "guide/", "First steps", Doc(H(2, "One"), H(2, "Two"), H(3, "Two and a half"), H(2, "Three"), H(2, "Four"), H(2, "Five")), 1) with
        {
            Summary = "Begin <here>.",
        },
        Page("deep", "guide/first/", "Deeper", Doc(P("Down here."))),
    ];

    [Theory]
    [InlineData("home", "index.html")]
    [InlineData("folder", "guide/index.html")]
    [InlineData("page", "guide/first/index.html")]
    [InlineData("search", "search/index.html")]
    [InlineData("missing", "404.html")]
    public void Renders_a_publication_of_pages_alone(string variant, string path) =>
        Golden.Verify(Fingerprint().Replace(Rendered.File(Handbooks(), path), "."), "html", variant);

    [Fact]
    public void The_home_page_of_a_newsletter_has_the_text_below_its_latest_issue()
    {
        var home = Rendered.File(SamplePublication.Build(s => s with { Pages = [.. s.Pages, .. Handbook] }), "index.html");
        Assert.Contains("<h2 id=\"sp-welcome\" class=\"sp-section-title\">Welcome to the handbook</h2>", home, StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"all-of-it\">All of it</h3>", home, StringComparison.Ordinal);
        Assert.True(home.IndexOf("sp-lead-title", StringComparison.Ordinal) < home.IndexOf("sp-welcome", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_leads_up_to_the_home_page()
    {
        var page = Rendered.File(Handbooks(), "guide/first/deep/index.html");
        Assert.Contains("<a href=\"../../../\">Home</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../../\">The guide</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../\">First steps</a>", page, StringComparison.Ordinal);
        Assert.Contains("\"position\":4,\"name\":\"Deeper\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_foot_of_a_page_leads_to_the_top_of_each_folder_only() =>
        Assert.DoesNotContain("First steps", Rendered.File(Handbooks(), "search/index.html"), StringComparison.Ordinal);

    [Fact]
    public void A_link_to_the_file_of_the_home_pages_text_leads_home()
    {
        var publication = Handbooks();
        var from = publication.Map.Find("guide/first/")!;
        Assert.Equal(new PageTarget(publication.Map.Find("")!, "all-of-it"), publication.Map.Resolve(from, "../index.md#all-of-it"));
    }

    private static Publication Handbooks() => SamplePublication.Build(s => s with { Issues = [], Pages = [.. Handbook], Settings = s.Settings with { NoticeContent = [] } });

    private static Page Page(string slug, string folder, string title, Document body, int? order = null) => new()
    {
        Source = new SourceFile($"content/pages/{folder}{(slug.Length == 0 ? "index" : slug)}.md", $"---\ntitle: {title}\n---\n"),
        Slug = slug,
        Folder = folder,
        Title = title,
        Order = order,
        Body = body,
    };

    [GeneratedRegex(@"(?<=assets/\w+)\.[0-9a-f]{10}\.")]
    private static partial Regex Fingerprint();
}
