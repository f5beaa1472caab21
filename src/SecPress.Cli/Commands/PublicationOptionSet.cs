using System.CommandLine;
using System.Globalization;
using SecPress.Cli.Pipeline;

namespace SecPress.Cli.Commands;

/// <summary>The options that decide what a publication is made of, shared by the commands that make one.</summary>
internal sealed class PublicationOptionSet
{
    private readonly Option<bool> drafts = new("--drafts") { Description = "Take in drafts." };
    private readonly Option<bool> future = new("--future") { Description = "Take in issues whose time has not come." };
    private readonly Option<int?> jobs = new("--jobs")
    {
        Description = "How many threads work at once; as many as there are processors unless given.",
        HelpName = "N",
        CustomParser = OptionParser.Of<int?>(
            given => int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null, "a number from 1"),
    };

    private readonly Option<ClockTime?> clock = ClockOption("Build as if it were this date or time");

    private readonly Option<Uri?> baseUrl = new("--base-url")
    {
        Description = "The address the site will have, in the place of base-url in site.yml.",
        HelpName = "URL",
        CustomParser = OptionParser.Of(WebAddress, "an address such as https://newsletter.example.org/"),
    };

    /// <param name="meaning">Begins the description.</param>
    public static Option<ClockTime?> ClockOption(string meaning) => new("--clock")
    {
        Description = $"{meaning}, such as 2017-06-29 or 2017-06-29T09:00, in the site's zone unless it ends in Z.",
        HelpName = "TIME",
        CustomParser = OptionParser.Of(ClockTime.TryParse, "a date or time such as 2017-06-29 or 2017-06-29T09:00Z"),
    };

    public void AddTo(Command command)
    {
        command.Add(drafts);
        command.Add(future);
        command.Add(clock);
        command.Add(baseUrl);
        command.Add(jobs);
    }

    public PipelineRequest RequestFor(Desk desk, ParseResult arguments)
    {
        var now = PipelineRequest.Now(desk);
        return now with
        {
            Clock = arguments.GetValue(clock) ?? now.Clock,
            Drafts = arguments.GetValue(drafts),
            Future = arguments.GetValue(future),
            BaseUrl = arguments.GetValue(baseUrl),
            Jobs = arguments.GetValue(jobs) ?? now.Jobs,
        };
    }

    private static Uri? WebAddress(string given) =>
        Uri.TryCreate(given.EndsWith('/') ? given : given + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
