using System.Collections.Immutable;
using NodaTime;
using SecPress.Checks;
using SecPress.Cli.Pipeline;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

/// <summary>The manual has a page for each finding, and shows what an editor reads when it is found.</summary>
public sealed class ManualChecksTests
{
    private static readonly Instant Clock = Instant.FromUtc(2030, 1, 1, 0, 0);

    /// <summary>Those whose page has an example to try: it takes one file to be wrong in this way.</summary>
    public static TheoryData<string> Tried => [.. Structural().Where(c => Manual.Section(PageOf(c), "Wrong") is not null)];

    [Fact]
    public void Every_rule_has_a_page_and_nothing_else_has_one() =>
        Assert.Equal(RuleCatalog.All.Select(r => r.Code.ToLowerInvariant()).Order(StringComparer.Ordinal), Manual.PagesIn("checks"));

    [Fact]
    public void A_page_has_the_title_of_its_rule_and_says_in_a_sentence_what_it_finds()
    {
        var pages = SiteParser.Parse(SourceTree.Read(Manual.Site, new DiagnosticBag(), CancellationToken.None), new DiagnosticBag())!.Pages
            .ToDictionary(p => p.Path, StringComparer.Ordinal);
        Assert.All(RuleCatalog.All, rule =>
        {
            var page = Assert.Contains($"checks/{rule.Code.ToLowerInvariant()}/", pages);
            Assert.Equal($"{rule.Code}: {rule.Title}", page.Title);
            Assert.NotEmpty(page.Summary);
        });
    }

    [Fact]
    public void The_list_of_the_checks_leads_to_each()
    {
        var list = Manual.Read("checks/index");
        Assert.All(RuleCatalog.All, rule =>
            Assert.Contains($"| [{rule.Code}]({rule.Code.ToLowerInvariant()}.md) | {rule.Title} |\n", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_a_single_file_cannot_show_is_not_tried() => Assert.Equal(
        ["SP001", "SP002", "SP003", "SP004", "SP006", "SP007", "SP044", "SP048", "SP049", "SP050"],
        Structural().Where(c => Manual.Section(PageOf(c), "Wrong") is null));

    [Theory]
    [MemberData(nameof(Tried))]
    public void The_wrong_example_is_found_and_explained_as_the_page_says(string code)
    {
        var (wrong, settings) = ExampleOf(code, "Wrong");
        var found = Find(wrong, settings).Where(d => d.Rule.Code == code).Select(d => SecPress.Cli.Printing.DiagnosticText.Format(d));
        var said = Assert.Single(Manual.Blocks(Manual.Section(PageOf(code), "Wrong")!, "text"));
        Assert.Equal(said, string.Join("\n", found));
    }

    [Theory]
    [MemberData(nameof(Tried))]
    public void The_right_example_is_right(string code)
    {
        var (right, settings) = ExampleOf(code, "Right");
        Assert.Empty(Find(right, settings));
    }

    [Fact]
    public async Task Nothing_is_found_wrong_with_the_manual()
    {
        using var runner = new CommandLineRunner();
        var ran = await runner.RunAsync("check", "--strict", "--site", Manual.Site);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
    }

    private static string PageOf(string code) => Manual.Read("checks/" + code.ToLowerInvariant());

    private static IEnumerable<string> Structural() =>
        ContentRules.All.Concat(PublicationRules.All).Concat(CheckRules.All).Select(r => r.Code).Order(StringComparer.Ordinal);

    /// <summary>The file that a section shows: an issue or a whole <c>site.yml</c>; and the settings above the first section.</summary>
    private static ((string Path, string Text) File, string Settings) ExampleOf(string code, string section)
    {
        var page = PageOf(code);
        var text = Manual.Section(page, section)!;
        var file = Manual.Blocks(text, "markdown") is [var issue] ? ("content/issues/2017-06.md", issue) : ("site.yml", Manual.Blocks(text, "yaml").First());
        return (file, string.Concat(Manual.Blocks(page[..page.IndexOf("\n## ", StringComparison.Ordinal)], "yaml")));
    }

    private static ImmutableArray<Diagnostic> Find((string Path, string Text) file, string settings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + settings);
        folder.Write(file.Path, file.Text);
        if (file.Path == "site.yml")
        {
            folder.Write("content/issues/2017-06.md", Fixture.FrontMatter);
        }

        var bag = new DiagnosticBag();
        if (Fixture.ParseFolder(folder.Path, bag, RuleCatalog.All) is { } site && !bag.HasErrors)
        {
            PublicationChecks.Run(Publication.Assemble(site, new PublicationOptions(Clock), bag), bag);
        }

        return bag.ToSorted();
    }
}
