using Microsoft.Extensions.Time.Testing;
using SecPress.Cli;
using SecPress.Mailing.Preflight;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

/// <summary>Runs commands in this process, in a folder of their own, as if on a morning in July 2017.</summary>
internal sealed class CommandLineRunner : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>What a person types; null when nobody is asked.</summary>
    public string? Input { get; set; }

    /// <summary>The DNS as the test has it; without one nothing is found.</summary>
    public ITextRecords TextRecords { get; set; } = new NoRecords();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2017, 7, 3, 9, 0, 0, TimeSpan.Zero));

    public TemporaryFolder Folder => folder;

    /// <summary>Where commands are run, below the folder.</summary>
    public string CurrentFolder { get; set; } = "";

    public async Task<Ran> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Output = output,
            Error = error,
            Input = Input is { } typed ? new StringReader(typed) : null,
            TextRecords = () => TextRecords,
            Clock = Clock,
            CurrentFolder = Path.Combine(folder.Path, CurrentFolder),
            Environment = name => Environment.GetValueOrDefault(name),
        };
        var exitCode = await new CommandLine(terminal).RunAsync(arguments);
        return new Ran(exitCode, Clean(output), Clean(error));
    }

    public void Dispose() => folder.Dispose();

    private string Clean(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n").Replace(folder.Path, "/site", StringComparison.Ordinal);

    /// <summary>How a run ended and what it printed.</summary>
    internal sealed record Ran(int ExitCode, string Output, string Error)
    {
        /// <summary>All of it, for a golden.</summary>
        public override string ToString() =>
            $"{Output}{(Error.Length > 0 ? "--- error output ---\n" + Error : "")}--- exit code {ExitCode} ---\n";
    }

    private sealed class NoRecords : ITextRecords
    {
        public Task<TextAnswer> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(new TextAnswer([]));
    }
}
