using System.CommandLine;
using System.CommandLine.Completions;
using SecPress.Cli.Pipeline;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Cli.Commands;

/// <summary>The ISSUE of a command line.</summary>
internal static class IssueArgument
{
    public static Argument<string> Create(Terminal terminal, GlobalOptions options)
    {
        var argument = new Argument<string>("ISSUE")
        {
            HelpName = "ISSUE",
            Description = "A slug such as 2017-06, the issue's file, or the beginning of a slug when only one begins so.",
        };
        argument.CompletionSources.Add(Completions(terminal, options));
        return argument;
    }

    /// <summary>Offers the names of the site's issues.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Completions(Terminal terminal, GlobalOptions options) =>
        context => IssueNames.Of(new Desk(terminal, options, context.ParseResult).SiteFolder).Select(n => new CompletionItem(n));

    /// <summary>The issue that is meant; null when none can be told, which then has been said.</summary>
    public static Issue? Find(Desk desk, Site site, string given)
    {
        var found = new IssueFinder(site, desk.SiteFolder, desk.Terminal.CurrentFolder).Find(given);
        if (found.Issue is null)
        {
            desk.Complain(found.Message, found.Mend, ExitCode.Usage);
        }

        return found.Issue;
    }
}
