using System.Collections.Immutable;
using NodaTime;
using Scriban.Runtime;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering.Templates;

public sealed class TemplateEngineTests
{
    private static readonly Labels English = new(
        "en",
        new Dictionary<string, string>
        {
            ["hello"] = "Hello {0} & all",
            ["date.long"] = "{d} {month} {yyyy}",
            ["number.group"] = ",",
            ["time.short"] = "{hh}.{mm}",
            ["time.hour"] = "{h} sharp",
            ["things.one"] = "{0} thing",
            ["things.other"] = "{0} things",
        },
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

    private static ScriptObject View => new()
    {
        ["title"] = "<b>\"Fish\" & 'chips'</b>\u0001",
        ["ready"] = new SafeHtml("<i>ready</i>"),
        ["nothing"] = null,
        ["day"] = new LocalDate(2017, 6, 29),
        ["noon"] = new LocalTime(12, 0),
        ["later"] = new LocalTime(9, 5),
        ["issue"] = new ScriptObject { ["summary"] = "short", ["sent"] = new LocalDate(2017, 6, 29) },
        ["numbers"] = new ScriptArray { 1, 2, 3 },
    };

    [Theory]
    [InlineData("a.html", "{{ title }}", "&lt;b&gt;&quot;Fish&quot; &amp; &#39;chips&#39;&lt;/b&gt;")]
    [InlineData("a.xml", "{{ title }}", "&lt;b&gt;&quot;Fish&quot; &amp; &#39;chips&#39;&lt;/b&gt;")]
    [InlineData("a.json", "\"{{ title }}\"", "\"\\u003Cb\\u003E\\u0022Fish\\u0022 \\u0026 \\u0027chips\\u0027\\u003C/b\\u003E\\u0001\"")]
    [InlineData("a.txt", "{{ title }}", "<b>\"Fish\" & 'chips'</b>\u0001")]
    public void Escapes_what_it_prints_by_the_kind_of_template(string name, string text, string expected) =>
        Assert.Equal(expected, Render((name, text)));

    [Theory]
    [InlineData("{{ ready }}", "<i>ready</i>")]
    [InlineData("{{ capture x }}<p>{{ title | string.slice 0 3 }}</p>{{ end }}{{ x }}{{ x }}", "<p>&lt;b&gt;</p><p>&lt;b&gt;</p>")]
    [InlineData("{{ capture x }}{{ capture y }}&amp;{{ end }}{{ y }}{{ ready }}{{ end }}{{ x }}", "&amp;<i>ready</i>")]
    [InlineData("{{ if true }}{{ capture x }}<hr>{{ end }}{{ end }}{{ for i in numbers }}{{ capture x }}<p>{{ i }}{{ end }}{{ x }}{{ end }}", "<p>1<p>2<p>3")]
    [InlineData("{{ ready + '<' }}", "&lt;i&gt;ready&lt;/i&gt;&lt;")]
    [InlineData("{{ nothing }}", "")]
    [InlineData("{{ $'{title}' | string.size }}", "24")]
    public void Escapes_nothing_twice_and_nothing_never(string text, string expected) =>
        Assert.Equal(expected, Render(("a.html", text)));

    [Fact]
    public void An_include_prints_its_markup_as_it_is_and_its_values_escaped() =>
        Assert.Equal(
            "<ul><li>&lt;1&gt; short</li><li>&lt;2&gt; short</li></ul>",
            Render(
                ("a.html", "<ul>{{ include 'p/li.html' text: '<1>' }}{{ include 'p/li.html' text: '<2>' }}</ul>"),
                ("p/li.html", "<li>{{ text }} {{ issue.summary }}</li>")));

    [Fact]
    public void What_an_include_assigns_does_not_leak() =>
        Assert.Equal("SP202", Errors(("a.html", "{{ include 'b.html' }}{{ secret }}"), ("b.html", "{{ secret = 1 }}")).Single().Rule.Code);

    [Fact]
    public void What_a_template_assigns_does_not_change_the_view()
    {
        var view = View;
        var engine = EngineOf(("a.html", "{{ title = 'changed' }}{{ title }}"));
        Assert.Equal("changed", engine.Render("a.html", view, new DiagnosticBag()));
        Assert.StartsWith("<b>", (string)view["title"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ label 'hello' title }}", "Hello &lt;b&gt;&quot;Fish&quot; &amp; &#39;chips&#39;&lt;/b&gt; &amp; all")]
    [InlineData("{{ plural 'things' 1 }}, {{ plural 'things' 3 }}", "1 thing, 3 things")]
    [InlineData("{{ plural 'things' 1234 }}, {{ number 1234567 }}", "1,234 things, 1,234,567")]
    [InlineData("{{ time noon }}, {{ time later }}", "12 sharp, 09.05")]
    [InlineData("{{ date day }}, {{ day }}, {{ date day 'iso' }}", "29 June 2017, 2017-06-29, 2017-06-29")]
    public void Words_and_dates_come_from_the_labels(string text, string expected) => Assert.Equal(expected, Render(("a.html", text)));

    [Fact]
    public void Keeps_the_text_of_code_blocks_when_they_are_printed_indented() =>
        Assert.Equal("<div>\n    <i>ready</i>\n</div>", Render(("a.html", "<div>\n    {{ ready }}\n</div>")));

    [Theory]
    [InlineData("unknown-variable", "<h1>\n  {{ isue.title }}</h1>")]
    [InlineData("unknown-member", "<h1>{{ issue.sumary }}</h1>")]
    [InlineData("member-of-nothing", "{{ nothing.title }}")]
    [InlineData("member-of-a-date", "{{ day.year }}")]
    [InlineData("member-of-markup", "{{ ready.text }}")]
    [InlineData("syntax", "<p>{{ if title }}\n{{ for x title }}</p>")]
    [InlineData("missing-include", "{{ include 'p/lii.html' }}")]
    [InlineData("missing-label", "{{ label 'helo' }}")]
    [InlineData("label-without-its-value", "{{ label 'hello' }}")]
    [InlineData("not-a-date", "{{ date title }}")]
    [InlineData("not-a-count", "{{ plural 'things' title }}")]
    [InlineData("unknown-date-style", "{{ date day 'lnog' }}")]
    [InlineData("endless-loop", "{{ while true }}{{ end }}")]
    [InlineData("endless-nested-loops", "{{ for i in 1..100000 }}{{ for j in 1..100000 }}{{ end }}{{ end }}")]
    [InlineData("endless-output", "{{ x = 'xxxxxxxxxxxxxxxx' }}{{ for i in 1..40 }}{{ x = x + x }}{{ end }}{{ x }}")]
    [InlineData("endless-include", "{{ include 'a.html' }}")]
    [InlineData("slow-expression", "{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' '^(a+)+$' }}")]
    [InlineData("function", "{{ func f(x) }}<p>{{ x }}</p>{{ end }}{{ f 1 }}")]
    [InlineData("no-html-functions", "{{ title | html.escape }}")]
    public void Says_what_is_wrong_with_a_template_and_where(string variant, string text)
    {
        var bag = new DiagnosticBag();
        var engine = EngineOf(("a.html", text), ("p/li.html", "<li></li>"));
        Assert.Null(engine.Render("a.html", View, bag));
        Golden.Verify(DiagnosticText.Of(bag), variant: variant);
    }

    [Fact]
    public void An_error_in_a_nested_include_names_the_way_to_it()
    {
        var bag = new DiagnosticBag();
        var engine = EngineOf(
            ("layout.html", "<main>\n{{ include 'page.html' }}\n</main>"),
            ("page.html", "<p>\n  {{ include 'part.html' }}"),
            ("part.html", "{{ for n in numbers }}\n    {{ n.size }}{{ end }}"));
        var content = new SourceFile("content/issues/2017-06.md", "---\ntitle: June\n---\n\n::: calendar\n:::\n");
        Assert.Null(engine.Render("layout.html", View, bag, content.At(21, 33)));
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void A_syntax_error_in_an_include_is_found_in_its_own_file()
    {
        var bag = new DiagnosticBag();
        Assert.Null(EngineOf(("a.html", "{{ include 'b.html' }}"), ("b.html", "\n{{ if }}{{ end }}")).Render("a.html", View, bag));
        Golden.Verify(DiagnosticText.Of(bag));
    }

    [Fact]
    public void A_template_that_is_not_there_is_named()
    {
        var bag = new DiagnosticBag();
        Assert.Null(EngineOf().Render("web/issue.html", View, bag));
        Assert.Equal("templates/web/issue.html", Assert.Single(bag.ToSorted()).Path);
    }

    [Fact]
    public void One_engine_renders_on_many_threads_at_once()
    {
        var engine = EngineOf(
            ("a.html", "{{ for i in numbers }}{{ capture x }}<b>{{ title }}{{ i }}</b>{{ end }}{{ include 'b.html' y: x }}{{ end }}"),
            ("b.html", "{{ y }}{{ label 'hello' day }}"));
        var view = View;
        var expected = engine.Render("a.html", view, new DiagnosticBag());
        var all = Enumerable.Range(0, 400).AsParallel().WithDegreeOfParallelism(8).Select(_ => engine.Render("a.html", view, new DiagnosticBag())).ToList();
        Assert.NotNull(expected);
        Assert.All(all, text => Assert.Equal(expected, text));
    }

    private static string? Render(params (string Name, string Text)[] templates)
    {
        var bag = new DiagnosticBag();
        var text = EngineOf(templates).Render(templates[0].Name, View, bag);
        Assert.Equal("", DiagnosticText.Of(bag));
        return text;
    }

    private static ImmutableArray<Diagnostic> Errors(params (string Name, string Text)[] templates)
    {
        var bag = new DiagnosticBag();
        Assert.Null(EngineOf(templates).Render(templates[0].Name, View, bag));
        return bag.ToSorted();
    }

    private static TemplateEngine EngineOf(params (string Name, string Text)[] templates) =>
        new(
            new TemplateSet(templates.Select(t => KeyValuePair.Create(t.Name, new SourceFile("templates/" + t.Name, t.Text)))),
            English);
}
