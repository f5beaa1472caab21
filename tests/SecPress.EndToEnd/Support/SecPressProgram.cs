using System.Diagnostics;

namespace SecPress.EndToEnd.Support;

internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- errors\n{Errors}";
}

/// <summary>The built program, run as its users run it: a process of its own.</summary>
internal static class SecPressProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary><c>SECPRESS_EXE</c> names a published binary to test instead of the build beside these tests.</summary>
    private static readonly string? Executable = Environment.GetEnvironmentVariable("SECPRESS_EXE") is { Length: > 0 } named ? named : null;

    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"secpress {string.Join(' ', arguments)} did not end within {Patience}.\n{await output}\n{await errors}");
        }

        return new Outcome(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs and expects exit code 0.</summary>
    public static async Task<Outcome> SucceedAsync(params string[] arguments)
    {
        var outcome = await RunAsync(arguments);
        Assert.True(outcome.ExitCode == 0, $"secpress {string.Join(' ', arguments)}: {outcome}");
        return outcome;
    }

    public static Process Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Executable ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (Executable is null)
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "secpress.dll"));
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["NO_COLOR"] = "1";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.StandardInput.Close();
        return process;
    }
}
