using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Links;
using SecPress.Model.Sites;

namespace SecPress.Checks.Links;

/// <summary>A link to another site. <c>Url</c> is absolute, http or https, and without a fragment, which no server sees.</summary>
public sealed record OutsideLink(string Url, SourceSpan At);

/// <summary>The links that lead to other sites, and what those sites' answers mean for an editor (SP049, SP050).</summary>
public static class OutsideLinks
{
    // One site that is down says nothing about this machine.
    private const int LeastHosts = 3;

    public static ImmutableArray<OutsideLink> Of(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return
        [
            .. WrittenText.Of(publication).SelectMany(text => text.Inlines.OfType<Link>().Select(l => (l.Url, Span: l.UrlSpan))
                .Concat(text.References.Select(r => (r.Url, r.Span)))
                .Select(l => (Url: AddressOf(publication.Map.Resolve(text.Page, l.Url)), l.Span))
                .Where(l => l.Url is not null)
                .Select(l => new OutsideLink(l.Url!, text.Source.At(l.Span)))),
        ];
    }

    /// <param name="links">Those that were asked for.</param>
    /// <param name="answers">By address. One without an answer is passed over.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    public static void Report(ImmutableArray<OutsideLink> links, IReadOnlyDictionary<string, LinkAnswer> answers, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var link in links)
        {
            switch (answers.GetValueOrDefault(link.Url))
            {
                case { State: LinkState.Broken or LinkState.Unreachable } answer:
                    diagnostics.Add(
                        CheckRules.DeadOutsideLink,
                        link.At,
                        $"{link.Url} does not open: {answer.Detail}",
                        "Try it in a browser; mend the address, or take the link away.");
                    break;
                case { State: LinkState.Moved, MovedTo: { } address }:
                    diagnostics.Add(
                        CheckRules.MovedOutsideLink,
                        link.At,
                        $"{link.Url} has moved for good",
                        $"Write {address} when that is still what you mean.");
                    break;
            }
        }
    }

    /// <summary>Whether answers are those of a machine that is not connected: no site of several answers.</summary>
    /// <param name="answers">By absolute address.</param>
    public static bool AreOutOfReach(IReadOnlyDictionary<string, LinkAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Values.All(a => a.State == LinkState.Unreachable)
            && answers.Keys.Select(url => new Uri(url).Host).Distinct(StringComparer.Ordinal).Count() >= LeastHosts;
    }

    private static string? AddressOf(LinkTarget target) =>
        target is OutsideTarget { Url: var url } && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.GetLeftPart(UriPartial.Query)
            : null;
}
