using System.Text.Json;
using SecPress.Cli;
using SecPress.Cli.Printing.Reports;
using SecPress.Model.Diagnostics;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

/// <summary>The forms of the findings for programs. What they hold is judged on findings of every kind.</summary>
public sealed class CheckFormatTests
{
    private static readonly Rule Structural = new("SP901", Severity.Error, "A rule that is one of these tests'");
    private static readonly Rule Editorial = new("SP902", Severity.Warning, "A well-meant rule");
    private static readonly Rule Note = new("SP903", Severity.Info, "A note");

    private static readonly SourceFile Page = new("content/pages/über uns.md", "---\ntitle: A\n---\n\nA 😀 \"quoted\" word,  here.\nAnd a line.\n");
    private static readonly SourceFile Layout = new("templates/web/page.html", "{{ one }}\n{{ two }}\n");

    private static readonly Diagnostic[] Findings =
    [
        new Diagnostic(Structural, Layout.At(13, 16), "there is no 'two'", "Write 'one'.") { Chain = [Page.At(0, 0)] },
        new Diagnostic(Editorial, Page.At(At(",  here") + 1, At("here")), "there are two spaces", "Write one.")
        {
            Fix = [new TextEdit(new TextSpan(At(",  here") + 1, At("here")), " ")],
        },
        new Diagnostic(Editorial, Page.At(At("here"), At("a line")), "this is about two lines", "Mend <both> & all."),
        new Diagnostic(Note, null, "the picture is large", "Make it smaller.") { Path = "content/images/map.png" },
        new Diagnostic(Structural, new SourceFile("site.yml", "").At(TextSpan.None), "nothing is set", "Write a title."),
    ];

    [Fact]
    public void Json_is_of_a_stable_form() => Golden.Verify(Neutral(JsonReport.Of([.. Findings])), "json");

    [Fact]
    public void Sarif_is_of_a_stable_form() => Golden.Verify(Neutral(SarifReport.Of([.. Findings])), "sarif");

    [Fact]
    public void Nothing_found_is_a_whole_report_too()
    {
        Golden.Verify(Neutral(JsonReport.Of([])), "json");
        using var sarif = JsonDocument.Parse(SarifReport.Of([]));
        Assert.Equal(0, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Sarif_meets_what_its_schema_demands()
    {
        using var sarif = JsonDocument.Parse(SarifReport.Of([.. Findings]));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = sarif.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(r => r.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(rules, r => Assert.Matches("^([A-Z0-9][A-Za-z0-9]*)+$", r.GetProperty("name").GetString()));
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "none", "note", "warning", "error" });
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        }

        Assert.All(Named(run, "uri"), uri => Assert.True(Uri.IsWellFormedUriString(uri.GetString(), UriKind.Relative)));
        foreach (var region in Named(run, "region").Concat(Named(run, "deletedRegion")))
        {
            Assert.All(region.EnumerateObject(), p => Assert.True(p.Value.GetInt32() >= 1, p.Name));
            var (startLine, endLine) = (region.GetProperty("startLine").GetInt32(), region.GetProperty("endLine").GetInt32());
            Assert.True(startLine < endLine || (startLine == endLine && region.GetProperty("startColumn").GetInt32() <= region.GetProperty("endColumn").GetInt32()));
        }
    }

    [Fact]
    public void Columns_count_a_character_beyond_the_basic_plane_as_two()
    {
        using var sarif = JsonDocument.Parse(SarifReport.Of([new Diagnostic(Editorial, Page.At(At("\"quoted"), At(" word")), "quoted", "Mend it.")]));
        var region = Assert.Single(Named(sarif.RootElement, "region"));
        Assert.Equal((5, 6, 14), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()));
    }

    private static int At(string words) => Page.Text.IndexOf(words, StringComparison.Ordinal);

    private static string Neutral(string report) =>
        report.Replace(CommandLine.Version.Split(' ')[^1], "1.2.3", StringComparison.Ordinal);

    private static IEnumerable<JsonElement> Named(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => (p.NameEquals(name) ? [p.Value] : Enumerable.Empty<JsonElement>()).Concat(Named(p.Value, name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Named(e, name)),
        _ => [],
    };
}
