using System.CommandLine;
using System.Text;
using SecPress.Cli.Pipeline;
using SecPress.Mailing;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress email</c>: an issue's email edition as files to look at.</summary>
internal static class EmailCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var issue = IssueArgument.Create(terminal, options);
        var output = new Option<string?>("--output")
        {
            Description = "The folder to write into; 'email' in the site's folder unless given.",
            HelpName = "DIR",
        };
        var command = new DeskCommand(
            "email",
            "Writes the email edition of an issue, draft or not: the HTML, the plain text, and the message that holds both.",
            "secpress email 2017-06",
            "secpress email content/issues/2017-06.md --output preview") { issue, output };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(
            desk,
            arguments.GetRequiredValue(issue),
            arguments.GetValue(output) is { } given ? desk.FullPath(given) : Path.Combine(desk.SiteFolder, "email"),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, string given, string output, CancellationToken cancellationToken)
    {
        var (made, exitCode) = new EditionPipeline(desk).Make(given, cancellationToken);
        if (made is null)
        {
            return exitCode;
        }

        var diagnostics = new DiagnosticBag();
        DeliveryChecks.CheckMessage(made.Publication.Settings, diagnostics);
        if (desk.Report(diagnostics) is not ExitCode.Fine and var wrong)
        {
            return wrong;
        }

        Directory.CreateDirectory(output);
        var edition = made.Edition;
        await WriteAsync(".html", Encoding.UTF8.GetBytes(edition.Html.FillWithFallbacks()));
        await WriteAsync(".txt", Encoding.UTF8.GetBytes(edition.Text.FillWithFallbacks()));
        await WriteAsync(".eml", EditionComposer.Message(made.Publication, edition));
        return ExitCode.Fine;

        async Task WriteAsync(string extension, byte[] bytes)
        {
            var path = Path.Combine(output, edition.Issue.Slug + extension);
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            desk.Say(desk.ShortPath(path));
        }
    }
}
