using SecPress.Cli.Preview;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli.Preview;

public sealed class EditorCommandTests
{
    [Theory]
    [InlineData("code", "code --goto /s/a b.md:3:5")]
    [InlineData("/usr/bin/subl -w", "/usr/bin/subl -w /s/a b.md:3:5")]
    [InlineData("kate", "kate --line 3 --column 5 /s/a b.md")]
    [InlineData("myeditor -x", "myeditor -x /s/a b.md")]
    [InlineData("'my editor' --at {line} {file}", "my editor --at 3 /s/a b.md")]
    public void A_command_gets_the_file_and_the_line_as_words_of_its_own(string editor, string expected)
    {
        var command = EditorCommand.Choose(editor, _ => null);
        var (program, arguments) = command.CommandFor("/s/a b.md", 3, 5);
        Assert.False(command.IsAddress);
        Assert.Equal(expected, string.Join(' ', arguments.Prepend(program)));
        Assert.Contains(arguments, a => a.Contains("/s/a b.md", StringComparison.Ordinal));
    }

    [Fact]
    public void A_files_name_is_not_taken_for_a_place_to_fill()
    {
        var (_, arguments) = EditorCommand.Choose("e {file} {line}", _ => null).CommandFor("/s/{line}.md", 3, 5);
        Assert.Equal(["/s/{line}.md", "3"], arguments);
    }

    [Theory]
    [InlineData(null, null, null, "vscode://file/s/a%20b.md:3:5")]
    [InlineData(null, "vim", "nano", "vscode://file/s/a%20b.md:3:5")]
    [InlineData("idea://open?file={file}&line={line}", "code", null, "idea://open?file=/s/a%20b.md&line=3")]
    public void Without_a_program_that_has_a_window_the_browser_follows_an_address(string? own, string? visual, string? editor, string expected)
    {
        var command = EditorCommand.Choose(null, name => name switch { "SECPRESS_EDITOR" => own, "VISUAL" => visual, "EDITOR" => editor, _ => null });
        Assert.True(command.IsAddress);
        Assert.Equal(expected, command.AddressOf("/s/a b.md", 3, 5));
    }

    [Fact]
    public void What_is_given_wins_over_the_environment_and_a_terminal_editor_is_passed_over_for_the_next()
    {
        Assert.Equal("zed", EditorCommand.Choose("zed", _ => "code").CommandFor("f", 1, 1).Program);
        Assert.Equal("kate", EditorCommand.Choose(null, name => name switch { "VISUAL" => "/usr/bin/vim", "EDITOR" => "kate", _ => null }).CommandFor("f", 1, 1).Program);
    }

    [Theory]
    [InlineData("content/issues/2017-06.md", true)]
    [InlineData("site.yml", true)]
    [InlineData("content/../../secret.md", false)]
    [InlineData("content/issues/../issues/2017-06.md", false)]
    [InlineData("content\\issues\\2017-06.md", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("output/index.html", false)]
    [InlineData("content/issues/1999-01.md", false)]
    [InlineData("content/link/secret.md", false)]
    [InlineData("(built-in) templates/web/issue.html", false)]
    [InlineData("", false)]
    public void Nothing_is_opened_but_a_file_of_the_site(string path, bool opens)
    {
        using var folder = new TemporaryFolder();
        folder.Write("secret.md", "");
        folder.Write("site/site.yml", "");
        folder.Write("site/output/index.html", "");
        folder.Write("site/content/issues/2017-06.md", "");
        Directory.CreateSymbolicLink(folder["site/content/link"], folder.Path);
        var started = new List<string>();
        var opened = new EditorOpener(folder["site"], EditorCommand.Choose("e", _ => null), (_, arguments) => started.AddRange(arguments)).Open(path, 1, 1);
        Assert.Equal(opens, opened.Fault is null);
        Assert.Equal(opens ? [folder["site/" + path]] : [], started);
    }

    [Fact]
    public void A_program_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", "");
        var opened = new EditorOpener(folder.Path, EditorCommand.Choose("no-such-editor-here", _ => null), EditorOpener.Start).Open("site.yml", 1, 1);
        Assert.Contains("'no-such-editor-here' cannot be started", opened.Fault, StringComparison.Ordinal);
    }
}
