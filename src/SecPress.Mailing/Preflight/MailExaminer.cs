using System.Collections.Immutable;
using SecPress.Mailing.Smtp;
using SecPress.Mailing.Stores;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Mailing.Preflight;

/// <summary>Looks at everything that sending needs, and sends nothing.</summary>
public sealed class MailExaminer(SiteSettings settings, string siteFolder, MailerOptions options)
{
    // The key of an HMAC is best as long as its hash.
    private const int LeastSecret = 32;

    /// <summary>What stands on this computer: sender, secrets, keys, the store.</summary>
    public async Task<ImmutableArray<Finding>> ExamineHereAsync() =>
        [Sender(), Secret(), .. DkimFile(), await StoreAsync()];

    /// <summary>What only the network tells: the records of the sender's domain, and the relays.</summary>
    public async Task<ImmutableArray<Finding>> ExamineNetworkAsync(ITextRecords records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (settings.Email.From is { } from)
        {
            findings.Add(await new SpfExaminer(records).ExamineAsync(from.Domain, cancellationToken));
            findings.Add(await new DmarcExaminer(records).ExamineAsync(from.Domain, settings.Dkim, cancellationToken));
        }

        if (settings.Dkim is { } dkim)
        {
            var (_, key) = new DkimExaminer(siteFolder).ExamineFile(dkim);
            findings.Add(await DkimExaminer.ExamineRecordAsync(dkim, key, records, cancellationToken));
        }

        var relays = new RelayExaminer(options.Environment, options.Timeouts, options.Clock);
        findings.AddRange(await Task.WhenAll(settings.Relays.Select(r => relays.ExamineAsync(r, cancellationToken))));
        if (settings.Relays.IsEmpty)
        {
            findings.Add(Finding.Skipped("relays", "site.yml names none: 'secpress send' writes messages into a folder"));
        }

        return findings.ToImmutable();
    }

    private Finding Sender()
    {
        var bag = new DiagnosticBag();
        DeliveryChecks.CheckMessage(settings, bag);
        var found = bag.ToSorted();
        if (found.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
        {
            return Finding.Failed("sender", error.Rule, error.Message, error.Mend);
        }

        return found.FirstOrDefault() is { } warning
            ? Finding.Warning("sender", warning.Rule, warning.Message, warning.Mend)
            : Finding.Fine("sender", settings.Email.From!.Address);
    }

    private Finding Secret()
    {
        var variable = settings.SecretEnvironmentVariable;
        return options.Environment(variable) switch
        {
            null or "" => Finding.Skipped("secret", $"{variable} is not set, and nothing needs it yet"),
            { Length: < LeastSecret } => Finding.Warning(
                "secret", DeliveryRules.ShortSecret, $"{variable} is shorter than {LeastSecret} characters", $"Set it to a long random text that you keep, such as that of 'openssl rand -hex {LeastSecret}'."),
            _ => Finding.Fine("secret", $"{variable} is set"),
        };
    }

    private IEnumerable<Finding> DkimFile()
    {
        if (settings.Dkim is { } dkim)
        {
            yield return new DkimExaminer(siteFolder).ExamineFile(dkim).Finding;
        }
    }

    private async Task<Finding> StoreAsync()
    {
        const string subject = "store";
        try
        {
            var path = MailStore.PathOf(settings.Store, siteFolder, options.Environment);
            if (!File.Exists(path))
            {
                return Finding.Skipped(subject, $"{settings.Store}: there is none yet; 'secpress subscribers import' makes it");
            }

            await using var store = MailStore.Open(settings.Store, siteFolder, options.Environment, options.Clock);
            using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
                return Finding.Fine(subject, $"{settings.Store}: opens, may be written, and has this program's version");
            }
        }
        catch (StoreUnavailableException e)
        {
            return Finding.Failed(subject, e.Diagnostic.Rule, e.Diagnostic.Message, e.Diagnostic.Mend);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed(subject, DeliveryRules.StoreUnavailable, $"{settings.Store} may not be written", "Make the file and its folder writable for you.");
        }
    }
}
