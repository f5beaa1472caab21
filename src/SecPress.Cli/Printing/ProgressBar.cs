using SecPress.Cli.Pipeline;
using Spectre.Console;

namespace SecPress.Cli.Printing;

/// <summary>A bar on the terminal for work that takes long enough to wonder; nothing for work that does not.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    public static async Task<T> WatchAsync<T>(Desk desk, string title, Meter meter, Func<Task<T>> start)
    {
        var work = start();
        if (!desk.ShowsProgress || await Task.WhenAny(work, Task.Delay(Patience)) == work)
        {
            return await work;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(desk.Terminal.Error),
            ColorSystem = desk.Colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        await console.Progress().AutoClear(true).HideCompleted(true).StartAsync(async context =>
        {
            var bar = context.AddTask(title);
            while (await Task.WhenAny(work, Task.Delay(Tick)) != work)
            {
                bar.IsIndeterminate = meter.Total == 0;
                bar.MaxValue = Math.Max(1, meter.Total);
                bar.Value = meter.Done;
            }
        });
        return await work;
    }
}
