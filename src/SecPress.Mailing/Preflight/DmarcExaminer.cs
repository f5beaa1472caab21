using SecPress.Model.Settings;

namespace SecPress.Mailing.Preflight;

/// <summary>Looks at the DMARC record of the sender's domain, or of the domain above it (RFC 7489 §6.6.3).</summary>
internal sealed class DmarcExaminer(ITextRecords records)
{
    private const string Subject = "DMARC";

    public async Task<Finding> ExamineAsync(string domain, Dkim? dkim, CancellationToken cancellationToken)
    {
        // No list of public suffixes is at hand: every domain above is asked, the last one with two labels.
        for (var at = domain; at.Contains('.', StringComparison.Ordinal); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var answer = await records.FindAsync("_dmarc." + at, cancellationToken);
            if (answer.Failure is { } failure)
            {
                return Finding.Warning(Subject, DeliveryRules.NoDnsAnswer, $"the record _dmarc.{at} cannot be looked up: {failure}", "Check the network, and run it again.");
            }

            var found = answer.Records.Where(r => r.StartsWith("v=DMARC1", StringComparison.Ordinal)).ToList();
            if (found.Count > 0)
            {
                return Judge(at, domain, found, dkim);
            }
        }

        return Finding.Warning(
            Subject,
            DeliveryRules.NoDmarc,
            $"{domain} has no DMARC record, which Gmail and Yahoo ask of whoever sends to many",
            $"Publish a TXT record at _dmarc.{domain}; \"v=DMARC1; p=none\" is a start that changes nothing.");
    }

    private static Finding Judge(string at, string domain, List<string> found, Dkim? dkim)
    {
        if (found.Count > 1)
        {
            return Finding.Failed(Subject, DeliveryRules.BadDmarc, $"_dmarc.{at} has {found.Count} DMARC records, and receivers then use none", "Keep one of them.");
        }

        if (TagList.Read(found[0]).GetValueOrDefault("p") is not ("none" or "quarantine" or "reject"))
        {
            return Finding.Failed(
                Subject, DeliveryRules.BadDmarc, $"the DMARC record of {at} does not say what to do with forged mail: {found[0]}", "Write p=none, p=quarantine or p=reject in it.");
        }

        return dkim is { } signature && !IsAligned(signature.Domain, domain)
            ? Finding.Warning(
                Subject,
                DeliveryRules.BadDmarc,
                $"messages from {domain} are signed by {signature.Domain}, which DMARC does not count as the same sender",
                $"Sign with a key of {domain}: change domain under dkim in site.yml.")
            : Finding.Fine(Subject, $"_dmarc.{at}: {found[0]}");
    }

    // As relaxed alignment has it (§3.1.1), as far as it can be told without a list of public suffixes.
    private static bool IsAligned(string signing, string from) =>
        signing.Equals(from, StringComparison.OrdinalIgnoreCase)
        || from.EndsWith("." + signing, StringComparison.OrdinalIgnoreCase)
        || signing.EndsWith("." + from, StringComparison.OrdinalIgnoreCase);
}
