using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Publishing;
using SecPress.Publishing.Mending;
using SecPress.Tests.Support;

namespace SecPress.Tests.Publishing.Mending;

public sealed class SourceMenderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Puts_the_mended_text_in_place_and_leaves_nothing_beside_it()
    {
        folder.Write("content/a.md", "one  two\n");
        Assert.Equal(MendOutcome.Written, Mend("content/a.md", "one  two\n", "one two\n"));
        Assert.Equal("one two\n", folder.Read("content/a.md"));
        Assert.Equal([folder["content/a.md"]], Directory.GetFiles(folder["content"]));
    }

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone()
    {
        folder.Write("content/a.md", "one  two, said the editor\n");
        Assert.Equal(MendOutcome.ChangedMeanwhile, Mend("content/a.md", "one  two\n", "one two\n"));
        Assert.Equal("one  two, said the editor\n", folder.Read("content/a.md"));
        Assert.Equal([folder["content/a.md"]], Directory.GetFiles(folder["content"]));
    }

    [Fact]
    public void A_file_that_is_gone_does_not_come_back()
    {
        Directory.CreateDirectory(folder["content"]);
        Assert.Equal(MendOutcome.ChangedMeanwhile, Mend("content/a.md", "one  two\n", "one two\n"));
        Assert.Empty(Directory.GetFiles(folder["content"]));
    }

    [Fact]
    public void Keeps_the_byte_order_mark_and_the_permissions()
    {
        folder.Write("content/a.md", "");
        File.WriteAllBytes(folder["content/a.md"], [.. Encoding.UTF8.Preamble, .. "ä  b\r\n"u8]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["content/a.md"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Assert.Equal(MendOutcome.Written, Mend("content/a.md", "ä  b\r\n", "ä b\r\n"));
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "ä b\r\n"u8], File.ReadAllBytes(folder["content/a.md"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["content/a.md"]));
        }
    }

    private MendOutcome Mend(string path, string before, string after) =>
        new SourceMender(folder.Path, LocalDisk.Instance).Write(new FileFix(new SourceFile(path, before), [], after));
}
