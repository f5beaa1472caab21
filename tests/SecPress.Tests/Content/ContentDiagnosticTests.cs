using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

/// <summary>Every mistake an editor can make in a file, as the editor reads it.</summary>
public sealed class ContentDiagnosticTests
{
    private readonly DiagnosticBag bag = new();

    [Fact]
    public void Explains_broken_YAML_where_it_is_to_be_mended()
    {
        Fixture.Parse("broken-yaml", bag);
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void Reports_all_that_is_wrong_with_front_matter_at_once()
    {
        Fixture.Parse("front-matter", bag);
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void Reports_all_that_is_wrong_with_settings_at_once_and_looks_at_issues_all_the_same()
    {
        Assert.Null(Fixture.Parse("settings", bag, [.. ContentRules.All, new Rule("SP131", Severity.Warning, "A rule")]));
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void Looks_at_issues_when_the_settings_cannot_be_read()
    {
        Assert.Null(Fixture.Parse("broken-settings", bag));
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void Never_repeats_a_password()
    {
        Fixture.Parse("settings", bag);
        Fixture.Parse("broken-settings", bag);
        var text = DiagnosticText.Of(bag);
        Assert.Contains("SP019", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_all_that_is_wrong_with_Markdown_at_once()
    {
        Fixture.Parse("markdown", bag);
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void Says_what_HTML_was_left_out()
    {
        var site = Fixture.Parse("raw-html", bag);
        Golden.Verify(DiagnosticText.Of(bag) + "\n" + DocumentText.Of(site!.Issues[0].Body, site.Issues[0].Source));
    }

    [Fact]
    public void Refuses_files_that_are_not_text_or_that_nothing_reads()
    {
        var site = Fixture.Parse("files", bag);
        Assert.Equal(["June", "With a byte order mark"], site!.Issues.Select(i => i.Title).Order(StringComparer.Ordinal));
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void Says_so_when_there_is_no_site()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(Fixture.ParseFolder(folder.Path, bag));
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Theory]
    [InlineData("—\ntitle: June\nsent: 2017-06-29\n—\n", "where three hyphens should be")]
    [InlineData("title: June\nsent: 2017-06-29\n---\n", "the front matter is not opened")]
    [InlineData("---\ntitle: June\nsent:\u00A02017-06-29\n---\n", "a no-break space stands here")]
    [InlineData("---\ntitle: “June: the vote”\nsent: 2017-06-29\n---\n", "straight quotes")]
    [InlineData("---\ntitle: 'June's vote'\nsent: 2017-06-29\n---\n", "the value ends at this quote")]
    [InlineData("---\ntitle: June\nsent: 2017-06-29\n---\nA\vword\a.\n", "U+0007")]
    public void Speaks_of_what_the_editor_did(string issue, string expected)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "content", "issues"));
        File.WriteAllText(Path.Combine(folder.Path, "site.yml"), "title: Site\nbase-url: https://example.org/\n");
        File.WriteAllText(Path.Combine(folder.Path, "content", "issues", "june.md"), issue);
        Fixture.ParseFolder(folder.Path, bag);
        Assert.Contains(expected, DiagnosticText.Of(bag), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_each_of_its_rules_once_and_in_order()
    {
        var codes = ContentRules.All.Select(r => r.Code).ToList();
        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Shows_every_rule_in_one_of_these_goldens()
    {
        foreach (var name in new[] { "broken-yaml", "front-matter", "settings", "markdown", "raw-html", "files" })
        {
            Fixture.Parse(name, bag, ContentRules.All);
        }

        // A missing site, unreadable and large files and links of the file system are shown by tests of their own.
        string[] elsewhere = ["SP001", "SP002", "SP003", "SP006"];
        Assert.Equal(
            ContentRules.All.Select(r => r.Code).Except(elsewhere),
            bag.ToSorted().Select(d => d.Rule.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gives_the_same_findings_and_site_with_one_job_and_with_many()
    {
        var (one, many) = (new DiagnosticBag(), new DiagnosticBag());
        var tree = SourceTree.Read(Fixture.Folder("whole"), bag, CancellationToken.None);
        var wrong = SourceTree.Read(Fixture.Folder("front-matter"), bag, CancellationToken.None);
        Assert.Equal(Summary(SiteParser.Parse(tree, one, jobs: 1)!), Summary(SiteParser.Parse(tree, many, jobs: 8)!));
        SiteParser.Parse(wrong, one, jobs: 1);
        SiteParser.Parse(wrong, many, jobs: 8);
        Assert.Equal(DiagnosticText.Of(one), DiagnosticText.Of(many));
    }

    private static string Summary(Site site) =>
        string.Join('\n', site.Issues.Select((Issue i) => i.Slug + DocumentText.Of(i.Body, i.Source)).Concat(site.Assets.Select(a => a.Path)));
}
