using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class SubscribersCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Imports_a_list_and_lists_it_again()
    {
        runner.Folder.Write("list.csv", "email,name\nzoe@example.org,Zoë\nadam@example.com,Adam\n");
        Assert.Equal("list.csv: 2 rows: 2 added\n", (await runner.RunAsync("subscribers", "import", "list.csv")).Output);
        Assert.Equal("list.csv: 2 rows: 2 unchanged\n", (await runner.RunAsync("subscribers", "import", "list.csv")).Output);
        var listed = await runner.RunAsync("subscribers", "list");
        Assert.Equal("adam@example.com\tAdam\tactive\tnewsletter\nzoe@example.org\tZoë\tactive\tnewsletter\n", listed.Output);
        Assert.Empty((await runner.RunAsync("subscribers", "list", "--status", "unsubscribed")).Output);
    }

    [Fact]
    public async Task Refused_rows_are_named_by_line_and_the_others_taken()
    {
        runner.Folder.Write("list.csv", "email,name\nzoe@example.org,Zoë\nnobody,None\n@example.org,Half\n");
        Golden.Verify((await runner.RunAsync("subscribers", "import", "list.csv")).ToString());
        Assert.StartsWith("zoe@example.org\t", (await runner.RunAsync("subscribers", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_rows_go_into_a_file_when_asked()
    {
        runner.Folder.Write("list.csv", "email,name\nzoe@example.org,Zoë\n\"no \"\"body\"\"\",None\n");
        await runner.RunAsync("subscribers", "import", "list.csv", "--rejects", "refused.csv");
        Assert.StartsWith("line,email,reason\n3,\"no \"\"body\"\"\",\"", runner.Folder.Read("refused.csv"), StringComparison.Ordinal);
        runner.Folder.Write("list.csv", "email\nzoe@example.org\n");
        await runner.RunAsync("subscribers", "import", "list.csv", "--rejects", "none.csv");
        Assert.False(File.Exists(runner.Folder["none.csv"]));
    }

    [Fact]
    public async Task Whoever_asked_to_be_left_alone_stays_off_whatever_is_imported()
    {
        runner.Folder.Write("list.csv", "email\nzoe@example.org\n");
        await runner.RunAsync("subscribers", "import", "list.csv");
        Assert.Equal("zoe@example.org is not mailed any more\n", (await runner.RunAsync("subscribers", "unsubscribe", "zoe@example.org")).Output);
        await runner.RunAsync("subscribers", "import", "list.csv");
        Assert.Equal("zoe@example.org\t\tunsubscribed\tnewsletter\n", (await runner.RunAsync("subscribers", "list")).Output);
        Assert.Equal(64, (await runner.RunAsync("subscribers", "unsubscribe", "zoe")).ExitCode);
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing()
    {
        runner.Folder.Write("list.csv", "email\nzoe@example.org\n");
        var ran = await runner.RunAsync("subscribers", "import", "list.csv", "--dry-run");
        Assert.Equal("list.csv: 1 row: 1 added (nothing was kept)\n", ran.Output);
        Assert.Empty((await runner.RunAsync("subscribers", "list")).Output);
    }

    [Fact]
    public async Task A_stream_the_site_does_not_have_is_refused()
    {
        runner.Folder.Write("list.csv", "email\nzoe@example.org\n");
        Golden.Verify((await runner.RunAsync("subscribers", "import", "list.csv", "--stream", "sport")).ToString());
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_a_usage_error()
    {
        var ran = await runner.RunAsync("subscribers", "import", "nowhere.csv");
        Assert.Equal(64, ran.ExitCode);
        Assert.Contains("there is no file 'nowhere.csv'", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_the_environments_fault()
    {
        runner.Folder.Write("subscribers.db", "This is no database, but a text long enough to be taken for the head of one.".PadRight(4096));
        var ran = await runner.RunAsync("subscribers", "list");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("SP512", ran.Error, StringComparison.Ordinal);
    }
}
