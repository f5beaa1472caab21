using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SecPress.Tests.Content;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Cli;

/// <summary>
/// A publication as unlike the sample as can be, in another language: the weekly of a free program, with proposals, series and office
/// hours, and without committees, parties or decisions by code. It must need no change of the program, and get no page that is empty.
/// </summary>
public sealed partial class FrenchSiteTests : IDisposable
{
    private const string Base = "https://hebdo.example.org/gresil/";

    private readonly CommandLineRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Nothing_is_found_wrong_with_it()
    {
        var ran = await runner.RunAsync("check", "--strict", "--site", Fixture.Folder("hebdo"), "--clock", "2025-02-28T09:00:00Z");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
    }

    [Fact]
    public async Task Every_page_is_in_French()
    {
        var french = LabelFiles.Read("fr");
        var english = LabelFiles.Read("en")
            .Where(l => !l.Key.StartsWith("date.", StringComparison.Ordinal) && l.Value.Any(char.IsLetter) && !french.ContainsValue(l.Value))
            .SelectMany(l => l.Value.Split('|'))
            .Where(word => !french.Values.Any(f => f.Split('|').Contains(word, StringComparer.Ordinal)))
            // "{0} on {1}" tells no language: "on" is a word of both.
            .Where(word => TellingWord().IsMatch(word))
            .Select(l => (Label: l, Pattern: new Regex($"^{PatternOf(l)}$", RegexOptions.CultureInvariant)))
            .ToList();
        Assert.NotEmpty(english);
        foreach (var (path, page) in await PagesAsync())
        {
            Assert.StartsWith("fr", page.DocumentElement.GetAttribute("lang"), StringComparison.Ordinal);
            foreach (var text in TextsOf(page))
            {
                var found = english.Where(e => e.Pattern.IsMatch(text)).Select(e => e.Label);
                Assert.True(!found.Any(), $"{path}: '{text}' is the English label '{found.FirstOrDefault()}'");
            }
        }
    }

    [Fact]
    public async Task Plain_text_and_feed_are_in_French()
    {
        var files = await FilesAsync();
        var text = files["email/2025-02-24.txt"];
        Assert.Contains("samedi 1er mars", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("de 9 h 30 à 12 h", text, StringComparison.Ordinal);
        Assert.Contains("Lire dans le navigateur\u00a0: https://", text, StringComparison.Ordinal);
        Assert.Contains("xml:lang=\"fr\"", files["feed.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_is_empty()
    {
        foreach (var (path, page) in (await PagesAsync()).Where(p => p.Page.QuerySelector("meta[http-equiv]") is null))
        {
            var main = page.QuerySelector("main");
            Assert.True(main is not null && Squeezed(main.TextContent).Length > 80, $"{path} says next to nothing");
            // The search fills this one when something is looked for.
            Assert.All(main.QuerySelectorAll("section, table, ul, ol, dl, nav, h2").Where(e => e.Id != "sp-search-results"), e => Assert.False(
                Squeezed(e.TextContent).Length == 0, $"{path} has an empty <{e.LocalName}>"));
        }
    }

    [Fact]
    public async Task It_has_no_page_for_what_it_does_not_write_about_and_no_link_that_leads_nowhere()
    {
        var files = await FilesAsync();
        Assert.DoesNotContain(files.Keys, path => Absent().IsMatch(path));
        var pages = (await PagesAsync()).ToDictionary(p => p.Path, p => p.Page, StringComparer.Ordinal);
        foreach (var (path, page) in pages)
        {
            foreach (var written in page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                var target = new Uri(new Uri(Base + path), written).GetLeftPart(UriPartial.Path);
                if (!target.StartsWith(Base, StringComparison.Ordinal))
                {
                    continue;
                }

                var file = Uri.UnescapeDataString(target[Base.Length..]);
                file = file.Length == 0 || file.EndsWith('/') ? file + "index.html" : file;
                Assert.Contains(file, files.Keys);
                if (written.Split('#') is [var address, var id] && pages.TryGetValue(file, out var there))
                {
                    // What is complete is encoded, for mail programs; within the site an id stands as it is.
                    Assert.NotNull(there.GetElementById(address.StartsWith(Base, StringComparison.Ordinal) ? Uri.UnescapeDataString(id) : id));
                }
            }
        }
    }

    private async Task<List<(string Path, IDocument Page)>> PagesAsync()
    {
        var parser = new HtmlParser();
        return [.. (await FilesAsync()).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)).Select(f => (f.Key, (IDocument)parser.ParseDocument(f.Value)))];
    }

    private async Task<SortedDictionary<string, string>> FilesAsync()
    {
        var output = runner.Folder["output"];
        var ran = await runner.RunAsync("build", "--site", Fixture.Folder("hebdo"), "--output", output, "--clock", "2025-02-28T09:00:00Z");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var files = Directory.GetFiles(output, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(output, f).Replace('\\', '/'), File.ReadAllText);
        return new SortedDictionary<string, string>(files, StringComparer.Ordinal);
    }

    /// <summary>What a page says, to those who see it and to those who hear it.</summary>
    private static IEnumerable<string> TextsOf(IDocument page) =>
        page.All.Where(e => e.LocalName is not ("style" or "script" or "code"))
            .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Data)
                .Concat(new[] { "aria-label", "title", "alt", "content" }.Select(a => e.GetAttribute(a) ?? "")))
            .Select(Squeezed)
            .Where(t => t.Length > 0);

    private static string PatternOf(string label) => Place().Replace(Regex.Escape(label), ".+");

    private static string Squeezed(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\\\{\d}")]
    private static partial Regex Place();

    [GeneratedRegex("[ \t\r\n]+")]
    private static partial Regex Space();

    [GeneratedRegex("committee|statistic|accession|parties", RegexOptions.IgnoreCase)]
    private static partial Regex Absent();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex TellingWord();
}
