using System.Net;
using System.Net.Sockets;

namespace SecPress.Tests.Cli;

public sealed class ServeCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task A_port_that_is_taken_is_the_environments_fault()
    {
        SampleSite.WriteTo(runner);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var ran = await runner.RunAsync("serve", "--port", $"{port}");
        Assert.Equal((3, $"error: port {port} is taken\n  Stop what listens there, or name another with --port.\n"), (ran.ExitCode, ran.Error));
    }

    [Fact]
    public async Task Without_a_site_there_is_nothing_to_serve()
    {
        var ran = await runner.RunAsync("serve");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("there is no site.yml", ran.Error, StringComparison.Ordinal);
    }
}
