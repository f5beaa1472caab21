using System.Collections.Immutable;
using System.CommandLine;

namespace SecPress.Cli.Commands;

/// <summary>A command that runs at a desk, with examples for its help.</summary>
internal sealed class DeskCommand(string name, string description, params ReadOnlySpan<string> examples) : Command(name, description)
{
    public ImmutableArray<string> Examples { get; } = [.. examples];

    public void SetAction(Terminal terminal, GlobalOptions options, Func<Desk, ParseResult, CancellationToken, Task<int>> run) =>
        SetAction((arguments, cancellationToken) => run(new Desk(terminal, options, arguments), arguments, cancellationToken));
}
