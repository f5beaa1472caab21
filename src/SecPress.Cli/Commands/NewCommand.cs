using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Content;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress new</c>: a start for somebody who writes.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options) =>
        new("new", "Starts a publication, or its next issue.") { NewSiteCommand.Create(terminal, options), Issue(terminal, options) };

    private static DeskCommand Issue(Terminal terminal, GlobalOptions options)
    {
        var date = new Option<LocalDate?>("--date")
        {
            Description = "When the issue goes out, such as 2017-06-29; today unless given.",
            HelpName = "DATE",
            CustomParser = OptionParser.Of<LocalDate?>(
                text => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null, "a date such as 2017-06-29"),
        };
        var title = new Option<string?>("--title") { Description = "The headline; one like the last issue's unless given.", HelpName = "TEXT" };
        var slug = new Option<string?>("--slug")
        {
            Description = "The name of the file and of the address, such as 2017-06; one like the last issue's unless given.",
            HelpName = "NAME",
            CustomParser = OptionParser.Of(
                text => IssueDrafter.IsName(text) ? text : null, "a name of small letters, digits and single hyphens, such as 2017-06"),
        };
        var command = new DeskCommand(
            "issue",
            "Writes a draft of the next issue, named as those before it and filled in from the last one: committees, the party count, the meetings that come.",
            "secpress new issue",
            "secpress new issue --date 2017-07-27 --title \"July 2017\"") { date, title, slug };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
            RunAsync(desk, arguments.GetValue(date), arguments.GetValue(title), arguments.GetValue(slug), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, LocalDate? given, string? title, string? slug, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var request = PipelineRequest.Now(desk);
        if (new BuildPipeline(request, diagnostics).Read(cancellationToken) is not { } site || diagnostics.HasErrors)
        {
            return desk.Report(diagnostics);
        }

        var date = given ?? request.Clock.In(site.Settings.TimeZone).InZone(site.Settings.TimeZone).Date;
        var draft = IssueDrafter.Draft(site, new IssuePlan(date, title, slug));
        var folder = Path.Combine(desk.SiteFolder, "content", "issues");
        var path = Path.Combine(folder, draft.Name + ".md");
        if (File.Exists(path) || Directory.Exists(Path.ChangeExtension(path, null)))
        {
            return desk.Complain(
                $"there is already an issue '{draft.Name}'", "Choose another day with --date, or another name with --slug.", ExitCode.Usage);
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, draft.Text, cancellationToken);
        desk.Say($"{desk.ShortPath(path)}: a draft to be sent on {LocalDatePattern.Iso.Format(date)}");
        foreach (var line in DraftSummary.Of(draft))
        {
            desk.Say("  " + line);
        }

        return ExitCode.Fine;
    }
}
