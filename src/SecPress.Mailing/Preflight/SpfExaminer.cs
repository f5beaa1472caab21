using System.Collections.Frozen;
using System.Globalization;

namespace SecPress.Mailing.Preflight;

/// <summary>Looks at the SPF record of the sender's domain (RFC 7208): whether there is one, and whether receivers can follow it.</summary>
internal sealed class SpfExaminer(ITextRecords records)
{
    private const string Subject = "SPF";
    private const string Version = "v=spf1";

    // §4.6.4
    private const int MostLookUps = 10;

    private static readonly FrozenSet<string> Mechanisms =
        new[] { "all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LookingUp =
        new[] { "include", "a", "mx", "ptr", "exists", "redirect" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public async Task<Finding> ExamineAsync(string domain, CancellationToken cancellationToken)
    {
        var answer = await records.FindAsync(domain, cancellationToken);
        if (answer.Failure is { } failure)
        {
            return Finding.Warning(Subject, DeliveryRules.NoDnsAnswer, $"the records of {domain} cannot be looked up: {failure}", "Check the network, and run it again.");
        }

        var spf = answer.Records.Where(IsSpf).ToList();
        if (spf.Count == 0)
        {
            return Finding.Warning(
                Subject,
                DeliveryRules.NoSpf,
                $"{domain} has no SPF record, so receivers cannot tell your mail server from a forger's",
                $"Publish a TXT record at {domain} such as \"v=spf1 include:MAIL-PROVIDER -all\"; your mail provider says what to include.");
        }

        if (spf.Count > 1)
        {
            return Finding.Failed(
                Subject, DeliveryRules.BadSpf, $"{domain} has {spf.Count} SPF records, and receivers then use none", "Put what they say into one record, and take the others out.");
        }

        var terms = TermsOf(spf[0]);
        if (terms.FirstOrDefault(t => !IsKnown(t)) is { } unknown)
        {
            return Finding.Failed(
                Subject, DeliveryRules.BadSpf, $"the SPF record of {domain} has '{unknown}', which is no part of one", $"Mend the record: {spf[0]}");
        }

        if (terms.Any(t => t is "all" or "+all" or "?all"))
        {
            return Finding.Warning(
                Subject, DeliveryRules.BadSpf, $"the SPF record of {domain} ends in '{terms.First(t => t.EndsWith("all", StringComparison.Ordinal))}': whoever sends in its name passes", "End it with ~all or -all.");
        }

        var count = await CountAsync(terms, [domain], cancellationToken);
        return count > MostLookUps
            ? Finding.Failed(
                Subject,
                DeliveryRules.BadSpf,
                $"the SPF record of {domain} takes more than {MostLookUps} look-ups, at which receivers give up",
                "Take out the services that no longer send for you, or write their addresses as ip4: and ip6:.")
            : Finding.Fine(Subject, $"{domain}: {spf[0]} ({count.ToString(CultureInfo.InvariantCulture)} of {MostLookUps} look-ups)");
    }

    /// <summary>How many look-ups the terms take, those of what they include counted; it stops counting above the limit.</summary>
    private async Task<int> CountAsync(List<string> terms, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var term in terms)
        {
            var (name, value) = Split(term);
            if (!LookingUp.Contains(name))
            {
                continue;
            }

            count++;
            if (count <= MostLookUps
                && value.Length > 0
                && (name.Equals("include", StringComparison.OrdinalIgnoreCase) || name.Equals("redirect", StringComparison.OrdinalIgnoreCase))
                && !value.Contains('%', StringComparison.Ordinal)
                && seen.Add(value))
            {
                var answer = await records.FindAsync(value, cancellationToken);
                if (answer.Records.FirstOrDefault(IsSpf) is { } included)
                {
                    count += await CountAsync(TermsOf(included), seen, cancellationToken);
                }
            }
        }

        return count;
    }

    private static bool IsSpf(string record) =>
        record.StartsWith(Version, StringComparison.OrdinalIgnoreCase) && (record.Length == Version.Length || record[Version.Length] == ' ');

    private static List<string> TermsOf(string record) => [.. record[Version.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // A modifier that nobody knows is to be passed over (§6); a mechanism is not.
    private static bool IsKnown(string term)
    {
        var separator = term.AsSpan().IndexOfAny("=:/");
        return (separator > 0 && term[separator] == '=') || Mechanisms.Contains(Split(term).Name);
    }

    private static (string Name, string Value) Split(string term)
    {
        var text = term.TrimStart('+', '-', '~', '?');
        var separator = text.AsSpan().IndexOfAny("=:/");
        return separator < 0 ? (text, "") : (text[..separator], text[separator] == '/' ? "" : text[(separator + 1)..]);
    }
}
