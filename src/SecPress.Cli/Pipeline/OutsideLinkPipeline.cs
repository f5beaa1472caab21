using SecPress.Checks.Links;
using SecPress.Cli.Printing;
using SecPress.Model.Diagnostics;
using SecPress.Model.Links;
using SecPress.Web.OutsideLinks;

namespace SecPress.Cli.Pipeline;

/// <summary>Asks other sites for what the publication links to, and adds their answers to what a check found.</summary>
internal sealed class OutsideLinkPipeline(Desk desk, CheckOutcome outcome)
{
    public async Task<CheckOutcome> AskAsync(DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (outcome.Publication is not { } publication)
        {
            return outcome;
        }

        var links = OutsideLinks.Of(publication);
        if (!outcome.Named.IsEmpty)
        {
            links = [.. links.Where(l => outcome.Named.Any(i => i.Source == l.At.File))];
        }

        var store = new AnswerStore(Path.Combine(desk.SiteFolder, ".secpress", "links.json"), desk.Terminal.Clock);
        var urls = links.Select(l => l.Url).Distinct(StringComparer.Ordinal).ToList();
        var answers = urls.Where(u => store.Find(u) is not null).ToDictionary(u => u, u => store.Find(u)!, StringComparer.Ordinal);
        var unknown = urls.Where(u => !answers.ContainsKey(u)).ToList();
        if (unknown.Count > 0)
        {
            var given = await AskAsync(unknown, cancellationToken);
            if (OutsideLinks.AreOutOfReach(given))
            {
                desk.Complain("no other site answers, so links to them were not checked", "See whether this machine is connected.", ExitCode.Environment);
                return outcome with { IsOffline = true };
            }

            store.Add(given);
            foreach (var (url, answer) in given)
            {
                answers[url] = answer;
            }
        }

        OutsideLinks.Report(links, answers, diagnostics);
        foreach (var (url, answer) in answers.Where(a => a.Value.State == LinkState.Refused).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            desk.Note($"{url} will not tell a program: {answer.Detail}");
        }

        return outcome with { All = diagnostics.ToSorted() };
    }

    private async Task<IReadOnlyDictionary<string, LinkAnswer>> AskAsync(List<string> urls, CancellationToken cancellationToken)
    {
        var options = new LinkProberOptions { UserAgent = $"SecPress/{CommandLine.Version.Split(' ')[^1]} (link check)" };
        using var prober = new LinkProber(options);
        var meter = new Meter();
        meter.Expect(urls.Count);
        return await ProgressBar.WatchAsync(desk, "Asking other sites", meter, () => prober.AskAsync(urls, meter, cancellationToken));
    }
}
