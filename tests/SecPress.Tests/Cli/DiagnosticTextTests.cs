using SecPress.Model.Diagnostics;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class DiagnosticTextTests
{
    private static readonly Rule Rule = new("SP999", Severity.Error, "A rule of these tests");

    [Fact]
    public void Puts_the_caret_below_what_is_wrong()
    {
        var file = new SourceFile("content/issues/2017-06.md", "---\ntitle: June\nsnet: 2017-06-29\n---\n");
        var bag = new DiagnosticBag();
        bag.Add(Rule, file.At(16, 20), "unknown key 'snet'", "Did you mean 'sent'?");
        Golden.Verify(Support.DiagnosticText.Of(bag));
    }

    [Fact]
    public void Cuts_a_long_line_around_the_caret()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"word{i}"));
        var file = new SourceFile("content/issues/2017-06.md", text);
        var at = text.IndexOf("word40", StringComparison.Ordinal);
        var bag = new DiagnosticBag();
        bag.Add(Rule, file.At(at, at + 6), "this is the fortieth word", "Take it out.");
        Golden.Verify(Support.DiagnosticText.Of(bag));
    }

    [Fact]
    public void Names_the_file_alone_when_there_is_no_text_to_show()
    {
        var bag = new DiagnosticBag();
        bag.Add(new Diagnostic(Rule, null, "the picture is larger than 20 MB", "Make it smaller.") { Path = "content/images/map.png" });
        Golden.Verify(Support.DiagnosticText.Of(bag));
    }
}
