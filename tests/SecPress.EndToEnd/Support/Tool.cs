using System.Diagnostics;

namespace SecPress.EndToEnd.Support;

/// <summary>Runs a program of the machine, such as <c>postfix start</c>.</summary>
internal static class Tool
{
    /// <summary>
    /// Runs to the end and gives what it said. Output goes to a file and not a pipe: a daemon it leaves behind keeps the
    /// pipe open, and reading it would never end.
    /// </summary>
    public static async Task<Outcome> RunAsync(string log, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >>\"$0\" 2>&1");
        start.ArgumentList.Add(log);
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return new Outcome(process.ExitCode, await File.ReadAllTextAsync(log), "");
    }
}
