using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Preview;
using SecPress.Content.Watching;
using SecPress.Model.Diagnostics;
using SecPress.Web;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress serve</c>: the site as it will be, while it is written.</summary>
internal static class ServeCommand
{
    private const int FirstPort = 4100;
    private const int Ports = 20;

    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var port = new Option<int?>("--port")
        {
            Description = $"The port to serve at; the first free one from {FirstPort} on unless given.",
            HelpName = "N",
            CustomParser = OptionParser.Of<int?>(
                given => int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 65536 ? n : null,
                "a port, a number from 1 to 65535"),
        };
        var open = new Option<bool>("--open") { Description = "Open the desk in the browser." };
        var editor = new Option<string?>("--editor")
        {
            Description = "What opens a source file: a command or an address with {file}, {line} and {column} in it; SECPRESS_EDITOR says the same. "
                + "Without it, VISUAL or EDITOR, or else Visual Studio Code.",
            HelpName = "COMMAND",
        };
        var clock = PublicationOptionSet.ClockOption("Show the site as it would be at this date or time");
        var polls = new Option<bool>("--poll") { Description = "Look for changes once a second, where the disk does not tell of them: network drives, containers." };
        var command = new DeskCommand(
            "serve",
            "Shows the site, drafts and issues to come included, in the browser of this machine, and every change as it is saved.",
            "secpress serve",
            "secpress serve --open --port 8000",
            "secpress serve --editor 'subl {file}:{line}'");
        command.Add(port);
        command.Add(open);
        command.Add(editor);
        command.Add(clock);
        command.Add(polls);
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
        {
            var request = new PreviewRequest(desk.SiteFolder, arguments.GetValue(clock), terminal.Clock, Environment.ProcessorCount);
            var command = EditorCommand.Choose(arguments.GetValue(editor), terminal.Environment);
            var preview = new SitePreview(request, new EditorOpener(desk.SiteFolder, command, EditorOpener.Start));
            return RunAsync(desk, preview, request, arguments.GetValue(port), arguments.GetValue(open), arguments.GetValue(polls), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Desk desk, SitePreview preview, PreviewRequest request, int? port, bool opens, bool polls, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(request.SiteFolder, "site.yml")))
        {
            return desk.Complain(
                $"there is no site.yml in {desk.ShortPath(request.SiteFolder)}", "Name the site's folder with --site, or make a site with 'secpress new site'.", ExitCode.Content);
        }

        await using var server = await StartAsync(preview, port, cancellationToken);
        if (server is null)
        {
            return port is null
                ? desk.Complain($"the ports {FirstPort} to {FirstPort + Ports - 1} are taken", "Name a free one with --port.", ExitCode.Environment)
                : desk.Complain($"port {port} is taken", "Stop what listens there, or name another with --port.", ExitCode.Environment);
        }

        // Watched before it is first read: what changes in between is read again.
        var changes = new ChangeBatch(TimeProvider.System);
        using var watcher = SiteWatcher.Start(request.SiteFolder, changes, TimeProvider.System, polls);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.Run(() => preview.RunAsync(changes, stopped.Token), stopped.Token);
        var telling = TellAsync(desk, preview, server, opens, stopped.Token);
        try
        {
            await await Task.WhenAny(running, telling);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            desk.Say("Stopped.");
        }
        finally
        {
            await stopped.CancelAsync();
        }

        return ExitCode.Fine;
    }

    private static async Task<PreviewServer?> StartAsync(SitePreview preview, int? port, CancellationToken cancellationToken)
    {
        if (port is { } given)
        {
            return await PreviewServer.StartAsync(preview, given, cancellationToken);
        }

        for (var candidate = FirstPort; candidate < FirstPort + Ports; candidate++)
        {
            if (await PreviewServer.StartAsync(preview, candidate, cancellationToken) is { } server)
            {
                return server;
            }
        }

        return null;
    }

    /// <summary>Says where the preview is once there is one, and in the terminal too what is wrong and when it is mended.</summary>
    private static async Task TellAsync(Desk desk, SitePreview preview, PreviewServer server, bool opens, CancellationToken cancellationToken)
    {
        var (version, wasWrong, isFirst) = (0L, "", true);
        while (true)
        {
            version = (await preview.AfterAsync(version, cancellationToken)).Version;
            var errors = preview.Latest.Findings.Where(f => f.Severity == Severity.Error).ToList();
            var wrong = string.Join('\n', errors.Select(e => $"{e.At} {e.Path} {e.Rule.Code} {e.Message}"));
            if (wrong != wasWrong && errors.Count > 0)
            {
                desk.Report([.. errors]);
            }
            else if (wrong != wasWrong)
            {
                desk.Say("Mended: the site is in order again.");
            }

            wasWrong = wrong;
            if (isFirst)
            {
                desk.Say($"Site  {server.Address}");
                desk.Say($"Desk  {server.Desk}");
                desk.Say("Every change is shown as it is saved. Ctrl+C stops.");
                isFirst = false;
                if (opens)
                {
                    OpenBrowser(desk, server.Desk);
                }
            }
        }
    }

    private static void OpenBrowser(Desk desk, Uri address)
    {
        var (program, arguments) = OperatingSystem.IsWindows() ? ("explorer.exe", address.AbsoluteUri)
            : OperatingSystem.IsMacOS() ? ("open", address.AbsoluteUri)
            : ("xdg-open", address.AbsoluteUri);
        try
        {
            using var started = Process.Start(new ProcessStartInfo(program, [arguments]) { UseShellExecute = false, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            desk.Say($"No browser could be opened: '{program}' is not there.");
        }
    }
}
