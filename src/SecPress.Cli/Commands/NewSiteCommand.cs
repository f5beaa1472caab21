using System.CommandLine;
using System.Text;
using NodaTime;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Content;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress new site</c>: a publication that works, in a folder of its own.</summary>
internal static class NewSiteCommand
{
    private const int NamedEntries = 5;
    private const string ExampleUrl = "https://newsletter.example.org/";

    public static DeskCommand Create(Terminal terminal, GlobalOptions options)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the new site. It is made if there is none, and must be empty." };
        var title = Text("--title", "TEXT", "The publication's name; the folder's name unless given.");
        var baseUrl = Text("--base-url", "URL", "The address the site will be published at, such as https://newsletter.example.org/.");
        var from = Text("--from", "MAILBOX", "Who sends the emails, such as \"The Society <news@example.org>\".");
        var language = Text("--language", "TAG", "The language you write in, such as en-GB or fr; en-GB unless given. With fr the first texts are French.");
        var timeZone = Text("--timezone", "NAME", "The time zone of dates and times, such as Europe/London; this computer's unless given.");
        var yes = new Option<bool>("--yes") { Description = "Ask nothing, and take what is not given as suggested." };
        var command = new DeskCommand(
            "site",
            "Starts a publication that works: settings with explanations, a first issue to write over, and pages. On a terminal it asks for what is not given.",
            "secpress new site newsletter",
            "secpress new site newsletter --title \"The Meter Post\" --base-url https://post.example.org/ --from \"The Meter Post <post@example.org>\" --timezone Europe/London")
        {
            folder, title, baseUrl, from, language, timeZone, yes,
        };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
        {
            var given = new Given(arguments.GetValue(title), arguments.GetValue(baseUrl), arguments.GetValue(from), arguments.GetValue(language), arguments.GetValue(timeZone));
            var questions = new Questions(desk, arguments.GetValue(yes));
            return RunAsync(desk, desk.FullPath(arguments.GetRequiredValue(folder)), given, questions, cancellationToken);
        });
        return command;
    }

    private sealed record Given(string? Title, string? BaseUrl, string? From, string? Language, string? TimeZone);

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description };

    private static async Task<int> RunAsync(Desk desk, string folder, Given given, Questions questions, CancellationToken cancellationToken)
    {
        if (RefuseFolder(desk, folder) || RefuseGiven(desk, given))
        {
            return ExitCode.Usage;
        }

        var title = given.Title ?? questions.Ask("What is the publication called?", NameOf(folder), t => t.Trim().Length > 0 ? null : "Write a few words.");
        var baseUrl = WithSlash(given.BaseUrl ?? questions.Ask(
            "At which address will it be published?", ExampleUrl, t => SiteStarter.IsBaseUrl(WithSlash(t)) ? null : "Write an address such as https://newsletter.example.org/."));
        var host = new Uri(baseUrl).Host;
        var from = given.From ?? questions.Ask(
            "Who sends its emails?",
            $"{title.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)} <news@{(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)}>",
            t => SiteStarter.IsMailbox(t) ? null : "Write an address, or a name with the address in angle brackets: The Society <news@example.org>.");
        var zone = given.TimeZone ?? desk.Terminal.TimeZone().Id;
        var plan = new SitePlan(title.Trim(), baseUrl, from, given.Language ?? "en-GB", zone);
        var today = Instant.FromDateTimeOffset(desk.Terminal.Clock.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var files = SiteStarter.Start(plan, today, RuleCatalog.All);
        var written = new List<string>();
        try
        {
            foreach (var (path, text) in files)
            {
                var file = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await using var stream = new FileStream(file, FileMode.CreateNew);
                written.Add(file);
                await stream.WriteAsync(new UTF8Encoding(false).GetBytes(text), cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            TakeBack(folder, files.Keys, written);
            throw;
        }

        SayWhatIsThere(desk, folder, [.. files.Keys]);
        return ExitCode.Fine;
    }

    // So that the same command can be given again, which wants an empty folder. What somebody else put there meanwhile stays.
    private static void TakeBack(string folder, IEnumerable<string> files, List<string> written)
    {
        written.ForEach(File.Delete);
        var folders = files.Select(f => Path.GetDirectoryName(f)!).SelectMany(WithThoseAbove).Distinct(StringComparer.Ordinal);
        foreach (var below in folders.OrderByDescending(f => f.Length).Select(f => Path.Combine(folder, f)).Where(Directory.Exists))
        {
            if (!Directory.EnumerateFileSystemEntries(below).Any())
            {
                Directory.Delete(below);
            }
        }
    }

    private static IEnumerable<string> WithThoseAbove(string folder)
    {
        for (var at = folder; at.Length > 0; at = Path.GetDirectoryName(at) ?? "")
        {
            yield return at;
        }
    }

    private static bool RefuseFolder(Desk desk, string folder)
    {
        if (File.Exists(folder))
        {
            desk.Complain($"'{desk.ShortPath(folder)}' is a file", "Name a folder that is empty, or one that there is not yet.", ExitCode.Usage);
            return true;
        }

        // A repository that was just made, and what a file manager leaves behind, are no content.
        var standing = Directory.Exists(folder)
            ? Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!).Where(n => n is not (".git" or ".DS_Store")).Order(StringComparer.Ordinal).ToList()
            : [];
        if (standing.Count == 0)
        {
            return false;
        }

        var named = string.Join(", ", standing.Take(NamedEntries)) + (standing.Count > NamedEntries ? $" and {standing.Count - NamedEntries} more" : "");
        desk.Complain(
            $"the folder '{desk.ShortPath(folder)}' is not empty: {named}",
            "Name another folder. A site that is there already needs no start: 'secpress new issue' writes its next issue.",
            ExitCode.Usage);
        return true;
    }

    private static bool RefuseGiven(Desk desk, Given given)
    {
        var fault = given switch
        {
            { Title: { } title } when title.Trim().Length == 0 || title.AsSpan().ContainsAny('\r', '\n') => ("the title is empty or has several lines", "Write a few words."),
            { BaseUrl: { } url } when !SiteStarter.IsBaseUrl(WithSlash(url)) => ($"'{url}' is no address of a site", "Write one such as https://newsletter.example.org/."),
            { From: { } from } when !SiteStarter.IsMailbox(from) => ($"'{from}' is no sender", "Write an address, or a name with the address in angle brackets: \"The Society <news@example.org>\"."),
            { Language: { } language } when !SiteStarter.IsLanguage(language) => ($"'{language}' is no language tag", "Write one such as en-GB or fr."),
            { TimeZone: { } zone } when DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null => (
                $"there is no time zone '{zone}'", $"Write a name such as Europe/London.{Suggestion.DidYouMean(zone, DateTimeZoneProviders.Tzdb.Ids)}"),
            _ => default,
        };
        if (fault.Item1 is null)
        {
            return false;
        }

        desk.Complain(fault.Item1, fault.Item2, ExitCode.Usage);
        return true;
    }

    private static void SayWhatIsThere(Desk desk, string folder, List<string> files)
    {
        var width = files.Max(f => f.Length) + 2;
        void Line(string path, string what) => desk.Say($"  {path.PadRight(Math.Min(width, 30))}{what}");

        var name = desk.ShortPath(folder);
        desk.Say($"{name}: a new publication");
        Line("site.yml", "its settings, with what each is for");
        Line(files.Single(f => f.StartsWith("content/issues/", StringComparison.Ordinal)), "the first issue: write over it");
        Line("content/pages/", string.Join(", ", files.Where(f => f.StartsWith("content/pages/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension)));
        Line("schemas/, .vscode/", "by which text editors complete and check site.yml");
        desk.Say("");
        desk.Say("What to do next:");
        if (folder != desk.Terminal.CurrentFolder)
        {
            desk.Say($"  cd {(name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name)}");
        }

        Line("secpress serve", "shows the site while you write");
        Line("secpress check", "finds what is wrong");
        Line("secpress build", "makes the site, in output/");
    }

    private static string NameOf(string folder)
    {
        var words = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)).Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? "Newsletter" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string WithSlash(string url) => url.Trim() is var trimmed && trimmed.EndsWith('/') ? trimmed : trimmed + "/";
}
