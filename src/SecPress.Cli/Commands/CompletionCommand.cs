using System.CommandLine;
using SecPress.Cli.Printing;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress completion</c>: what makes a shell complete our command lines.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell.", HelpName = "SHELL" };
        shell.CompletionSources.Add(Shells);
        var command = new DeskCommand(
            "completion",
            "Prints a script by which a shell completes commands, options and the names of issues.",
            "secpress completion bash > ~/.local/share/bash-completion/completions/secpress",
            "secpress completion zsh > ~/.zfunc/_secpress",
            "secpress completion fish > ~/.config/fish/completions/secpress.fish",
            "secpress completion powershell >> $PROFILE") { shell };
        command.SetAction(terminal, options, (desk, arguments, _) => Task.FromResult(Run(desk, arguments.GetRequiredValue(shell))));
        return command;
    }

    private static int Run(Desk desk, string shell)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion/{shell}.txt");
        if (stream is null)
        {
            return desk.Complain(
                $"there is no script for '{shell}'", $"They are for {string.Join(", ", Shells)}.{Suggestion.DidYouMean(shell, Shells)}", ExitCode.Usage);
        }

        using var reader = new StreamReader(stream);
        desk.Terminal.Output.Write(reader.ReadToEnd().ReplaceLineEndings("\n"));
        return ExitCode.Fine;
    }
}
