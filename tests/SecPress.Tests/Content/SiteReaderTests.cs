using CsCheck;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

public sealed class SiteReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SiteReaderTests()
    {
        folder.Write("site.yml", Fixture.Settings);
        folder.Write("content/issues/2017-06.md", Issue("June"));
        folder.Write("content/issues/2017-07.md", Issue("July"));
        folder.Write("content/pages/about.md", "---\ntitle: About\n---\n\nUs.\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_only_what_changed_and_keeps_the_rest_as_it_is()
    {
        var reader = new SiteReader(folder.Path, 1, []);
        var before = Read(reader, SourceChanges.All);
        folder.Write("content/issues/2017-06.md", Issue("June, and more"));
        var after = Read(reader, Changed("content/issues/2017-06.md"));
        Assert.Equal("June, and more", after.Issues[0].Title);
        Assert.Same(before.Issues[1], after.Issues[1]);
        Assert.Same(before.Pages[0], after.Pages[0]);
        Assert.Same(before.Settings, after.Settings);
        Assert.Same(before.Labels, after.Labels);
        Assert.Same(before.Templates, after.Templates);
    }

    [Fact]
    public void A_save_that_leaves_no_trace_but_the_watchers_word_is_read()
    {
        var reader = new SiteReader(folder.Path, 1, []);
        Read(reader, SourceChanges.All);
        var written = File.GetLastWriteTimeUtc(folder["content/issues/2017-06.md"]);
        folder.Write("content/issues/2017-06.md", Issue("Juni"));
        File.SetLastWriteTimeUtc(folder["content/issues/2017-06.md"], written);
        Assert.Equal("Juni", Read(reader, Changed("content/issues/2017-06.md")).Issues[0].Title);
    }

    [Fact]
    public void A_files_findings_stay_until_it_changes()
    {
        var reader = new SiteReader(folder.Path, 1, []);
        folder.Write("content/issues/2017-06.md", Issue("June").Replace("sent: ", "send: ", StringComparison.Ordinal));
        Assert.Contains("send", Findings(reader, SourceChanges.All), StringComparison.Ordinal);
        folder.Write("content/issues/2017-07.md", Issue("July, and more"));
        Assert.Contains("send", Findings(reader, Changed("content/issues/2017-07.md")), StringComparison.Ordinal);
        folder.Write("content/issues/2017-06.md", Issue("June"));
        Assert.Equal("", Findings(reader, Changed("content/issues/2017-06.md")));
    }

    [Fact]
    public void An_editors_temporary_file_that_is_gone_already_costs_nothing()
    {
        var reader = new SiteReader(folder.Path, 1, []);
        var before = Read(reader, SourceChanges.All);
        var after = Read(reader, Changed("content/issues/4913"));
        Assert.Same(before.Templates, after.Templates);
    }

    [Fact]
    public void A_new_folder_is_looked_into()
    {
        var reader = new SiteReader(folder.Path, 1, []);
        Read(reader, SourceChanges.All);
        folder.Write("content/issues/2017-08/index.md", Issue("August"));
        Assert.Contains(Read(reader, Changed("content/issues/2017-08")).Issues, i => i.Slug == "2017-08");
        Directory.Delete(folder["content/issues/2017-08"], recursive: true);
        Assert.DoesNotContain(Read(reader, Changed("content/issues/2017-08")).Issues, i => i.Slug == "2017-08");
    }

    [Fact]
    public void Whatever_is_done_to_a_site_reading_on_gives_what_reading_anew_gives()
    {
        var names = OneOf("issues/2017-06.md", "issues/2017-07.md", "issues/2017-08.md", "issues/2017-09/index.md", "pages/about.md", "data/more.yml", "logo.svg");
        var texts = OneOf(Issue("One"), Issue("Two"), Issue("A [link](/about/)"), "---\ntitle: No date\n---\n", "acronyms: { DCC: Company }\n", "broken: [", "\u0001");
        var edits = Gen.Select(Gen.Int[0, 9], names, names, texts).Array[1, 8];
        edits.Sample(
            list =>
            {
                using var site = new TemporaryFolder();
                site.Write("site.yml", Fixture.Settings);
                site.Write("content/issues/2017-06.md", Issue("June"));
                var reader = new SiteReader(site.Path, 1, []);
                var change = SourceChanges.All;
                foreach (var (what, name, other, text) in list)
                {
                    Assert.Equal(Shape(new SiteReader(site.Path, 1, []), SourceChanges.All), Shape(reader, change));
                    change = Edit(site, what, "content/" + name, "content/" + other, text);
                }

                Assert.Equal(Shape(new SiteReader(site.Path, 1, []), SourceChanges.All), Shape(reader, change));
            },
            iter: 60,
            threads: 1);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static SourceChanges Edit(TemporaryFolder site, int what, string path, string other, string text)
    {
        switch (what)
        {
            case 0:
                File.Delete(site[path] is var file && File.Exists(file) ? file : site["content/nothing"]);
                return Changed(path);
            case 1 when File.Exists(site[path]):
                Directory.CreateDirectory(Path.GetDirectoryName(site[other])!);
                File.Move(site[path], site[other], overwrite: true);
                return Changed(path, other);
            case 2:
                site.Write("site.yml", Fixture.Settings + (text.Length % 2 == 0 ? "description: More\n" : ""));
                return Changed("site.yml");
            case 3:
                site.Write("templates/web/page.html", text);
                return Changed("templates/web/page.html");
            case 4:
                site.Write(path, text);
                return SourceChanges.All;
            default:
                site.Write(path, text);
                return Changed(path);
        }
    }

    private static string Shape(SiteReader reader, SourceChanges changes)
    {
        var findings = new DiagnosticBag();
        var site = reader.Read(changes, findings, CancellationToken.None);
        var shape = site is null ? ["no site"] : site.Issues.Select(i => $"{i.Slug} {i.Title} {string.Concat(DocumentWalker.Inlines(i.Body).Select(DocumentWalker.PlainText))}")
            .Concat(site.Pages.Select(p => p.Slug + p.Title))
            .Concat(site.Assets.Where(a => !a.Origin.StartsWith('(')).Select(a => $"{a.Path} {a.Bytes.Length}"))
            .Append(site.Settings.Description)
            .Append(string.Join(' ', site.Settings.Acronyms.Select(a => a.Text)))
            .Append(site.Templates.Find("web/page.html")?.Text);
        return string.Join('\n', shape) + "\n" + DiagnosticText.Of(findings);
    }

    private static Site Read(SiteReader reader, SourceChanges changes)
    {
        var findings = new DiagnosticBag();
        var site = reader.Read(changes, findings, CancellationToken.None);
        Assert.Equal("", DiagnosticText.Of(findings));
        return site!;
    }

    private static string Findings(SiteReader reader, SourceChanges changes)
    {
        var findings = new DiagnosticBag();
        reader.Read(changes, findings, CancellationToken.None);
        return DiagnosticText.Of(findings);
    }

    private static SourceChanges Changed(params string[] paths) => new(false, [.. paths]);

    private static string Issue(string title) => $"---\ntitle: {title}\nsent: 2017-06-29\n---\n\n## News\n\nWhat {title} brought.\n";
}
