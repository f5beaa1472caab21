using SecPress.Content.Importing;

namespace SecPress.Tests.Content.Importing;

public sealed class HostileImportTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "x.html", string.Concat(Enumerable.Repeat("<div>", 10_000)) + "deep" },
        { "x.html", string.Concat(Enumerable.Repeat("<b><i>", 10_000)) + "deep" },
        { "x.html", string.Concat(Enumerable.Repeat("<table><tr><td>", 3_000)) + "deep" },
        { "x.html", string.Concat(Enumerable.Repeat("<ul><li>", 5_000)) + "deep" },
        { "x.html", "<p>" + new string('x', 10_000) + " deep" },
        { "x.html", "<p>" + new string('[', 10_000) + " deep" },
        { "x.txt", "T\n\n" + new string('x', 10_000) + " deep" },
        { "x.txt", "T\n\n" + string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i) + "- deep\n")) },
        { "x.txt", "T\n\n" + string.Concat(Enumerable.Repeat("deep ", 100_000)) },
        { "x.md", string.Concat(Enumerable.Repeat("> ", 5_000)) + "deep" },
        { "x.md", string.Concat(Enumerable.Repeat("- ", 5_000)) + "deep" },
        { "x.md", new string('[', 5_000) + "deep" },
        { "x.md", string.Concat(Enumerable.Repeat(":::: a\n", 500)) + "deep" },
        { "x.md", "---\na: &a [*a]\n--- \n---\ndeep" },
        { "x.md", "+++\n" + new string('[', 5_000) + "\n+++\ndeep" },
        { "x.md", "\0\u0001\uE000deep\0" },
        { "x.rst", new string('`', 3_000) + "deep" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Becomes_an_issue_all_the_same(string name, string text)
    {
        using var run = new ImportRun();
        run.Folder.Write("old/" + name, text);
        var imported = run.Import("old/" + name);
        Assert.Equal("", run.Findings(imported));
        Assert.Contains("deep", imported.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_too_large_for_an_issue_is_refused_by_name()
    {
        using var run = new ImportRun();
        run.Folder.Write("old/x.txt", new string('x', 5 * 1024 * 1024));
        var note = Assert.Single(run.Import().Notes);
        Assert.Equal(ImportNoteKind.Left, note.Kind);
        Assert.Contains("4 MB", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("june.txt", "٣. Copper is dear.")]
    [InlineData("june.html", "<table><tr><th>Date</th><th>Time</th><th>Meeting</th></tr><tr><td>3 July 2019</td><td>١١:٠٠</td><td>Guild Council ٣٤</td></tr></table>")]
    [InlineData("june.txt", "The Guild has ٥ Working Days to refer the decision.")]
    [InlineData("٢٠١٩-٠٦-٢٨-june.md", "Words.")]
    public void Digits_of_other_scripts_are_read_as_words(string name, string text) => Assert.Contains(
        "sent: 2019-06-28\n",
        ImportRun.Text(name.EndsWith(".html", StringComparison.Ordinal) ? $"<title>T</title><time datetime='2019-06-28'></time>{text}"
            : name.EndsWith(".md", StringComparison.Ordinal) ? $"---\ntitle: T\ndate: 2019-06-28\n---\n{text}\n"
            : $"T\n\n28 June 2019\n\n{text}\n", name).Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_link_of_the_file_system_is_not_followed()
    {
        using var run = new ImportRun();
        run.Folder.Write("secret.txt", "Secret\n\n3 May 2019\n\nWords.\n");
        run.Folder.Write("old/a.txt", "May\n\n3 May 2019\n\nWords.\n");
        File.CreateSymbolicLink(Path.Combine(run.Folder.Path, "old/b.txt"), Path.Combine(run.Folder.Path, "secret.txt"));
        Assert.Equal("issues/a.md", Assert.Single(run.Import().Files).Path);
        Assert.True(run.Diagnostics.HasErrors);
    }

    [Fact]
    public void A_picture_outside_of_the_folder_is_not_fetched()
    {
        using var run = new ImportRun();
        run.Folder.Write("secret.png", "PNG");
        run.Folder.Write("old/x.html", "<title>T</title><p>See <img src='../secret.png' alt='it'></p>");
        Assert.Single(run.Import("old/x.html").Files);
    }
}
