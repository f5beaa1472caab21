using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class SendCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Without_a_relay_it_rehearses_into_a_folder_and_marks_nobody_as_sent()
    {
        await ImportAsync();
        var ran = await runner.RunAsync("send", "2017-06");
        Golden.Verify(ran.ToString());
        Assert.Equal(["adam@example.com.eml", "zoe@example.org.eml"], Outbox());
        Assert.Contains("To: Adam <adam@example.com>", runner.Folder.Read("outbox/2017-06/adam@example.com.eml"), StringComparison.Ordinal);
        Assert.Equal("2017-06: nothing has been sent\n", (await runner.RunAsync("status", "2017-06")).Output);
    }

    [Fact]
    public async Task A_test_without_a_relay_goes_to_the_folder_too_marked_as_a_test()
    {
        var ran = await runner.RunAsync("send", "2017-06", "--test", "me@example.org");
        Golden.Verify(ran.ToString());
        Assert.Contains("Subject: [Test] June", runner.Folder.Read("outbox/2017-06/me@example.org.eml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_to_send_to_is_said() =>
        Golden.Verify((await runner.RunAsync("send", "2017-06")).ToString());

    [Fact]
    public async Task A_draft_is_not_sent()
    {
        await ImportAsync();
        var ran = await runner.RunAsync("send", "2017-08");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("2017-08 is a draft", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(runner.Folder["outbox"]));
    }

    [Fact]
    public async Task An_issue_is_not_sent_before_its_time()
    {
        await ImportAsync();
        var ran = await runner.RunAsync("send", "2017-07");
        Assert.Equal(1, ran.ExitCode);
        Golden.Verify(ran.ToString());
        Assert.False(Directory.Exists(runner.Folder["outbox"]));
        runner.Clock.SetUtcNow(new DateTimeOffset(2017, 7, 27, 6, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (await runner.RunAsync("send", "2017-07")).ExitCode);
    }

    [Fact]
    public async Task A_test_of_a_draft_goes_out()
    {
        Assert.Equal(0, (await runner.RunAsync("send", "2017-08", "--test", "me@example.org")).ExitCode);
        Assert.True(File.Exists(runner.Folder["outbox/2017-08/me@example.org.eml"]));
    }

    [Fact]
    public async Task A_relay_that_cannot_be_reached_leaves_delivery_incomplete_and_everybody_waiting()
    {
        // Nothing listens on port 1 of this machine.
        File.AppendAllText(runner.Folder["site.yml"], "relays: [{ host: 127.0.0.1, port: 1, security: none }]\n");
        await ImportAsync();
        var ran = await runner.RunAsync("send", "2017-06");
        Assert.Equal(2, ran.ExitCode);
        var status = await runner.RunAsync("status", "2017-06");
        Assert.Equal(2, status.ExitCode);
        Assert.Contains("in all", status.Output, StringComparison.Ordinal);
        Assert.Contains("not finished", status.Output, StringComparison.Ordinal);
    }

    private async Task ImportAsync()
    {
        runner.Folder.Write("list.csv", "email,name\nzoe@example.org,Zoë\nadam@example.com,Adam\n");
        Assert.Equal(0, (await runner.RunAsync("subscribers", "import", "list.csv")).ExitCode);
    }

    private IEnumerable<string> Outbox() =>
        Directory.GetFiles(runner.Folder["outbox/2017-06"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}
