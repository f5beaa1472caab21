using NodaTime;
using NodaTime.Text;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Mailing;

/// <summary>What must be right before anything is sent.</summary>
public static class DeliveryChecks
{
    /// <summary>What every message needs, sent or written to a file.</summary>
    public static void CheckMessage(SiteSettings site, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var file = site.Source.Path;
        if (site.Email.From is not { } from)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.NoSender, null, "the email edition has no From address", "Write under email: from: \"Name <news@example.org>\".")
            { Path = file });
        }
        else if (!EmailAddress.TryParse(from.Address, out var address, out var reason) || address.NeedsSmtpUtf8)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.NoSender, null, $"the From address {from.Address} cannot be used: {reason ?? "its local part is not ASCII"}",
                "Give an address whose part before the @ is plain letters and digits.")
            { Path = file });
        }

        if (site.Email.ReplyTo is { } replyTo
            && (!EmailAddress.TryParse(replyTo.Address, out var reply, out var why) || (why = reply.NeedsSmtpUtf8 ? "its local part is not ASCII" : null) is not null))
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.NoSender, null, $"the Reply-To address {replyTo.Address} cannot be used: {why}",
                "Give an address whose part before the @ is plain letters and digits, or leave reply-to out.")
            { Path = file });
        }

        if (site.Email.UnsubscribeUrl is null)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.NoUnsubscribeUrl, null, "messages go out without an unsubscribe link of one click",
                "Write under email: unsubscribe-url: \"https://…/{token}\".")
            { Path = file });
        }
    }

    /// <summary>What sending to relays needs besides.</summary>
    /// <param name="site">The site's settings.</param>
    /// <param name="environment">Looks a variable up.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public static void CheckRelays(SiteSettings site, Func<string, string?> environment, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var relay in site.Relays.Where(r => r.User is not null))
        {
            if (relay.PasswordEnvironmentVariable is not { } variable)
            {
                diagnostics.Add(new Diagnostic(
                    DeliveryRules.NoRelayPassword, null, $"the relay {relay.Host} has a user but no password-env",
                    "Name under relays the environment variable that holds the password, as in password-env: SECPRESS_SMTP_PASSWORD.")
                { Path = site.Source.Path });
            }
            else if (string.IsNullOrEmpty(environment(variable)))
            {
                diagnostics.Add(new Diagnostic(
                    DeliveryRules.NoRelayPassword, null, $"the password of the relay {relay.Host} is not set",
                    $"Set the environment variable {variable}.")
                { Path = site.Source.Path });
            }
        }
    }

    /// <summary>Whether an issue may go to subscribers by now.</summary>
    public static void CheckIssue(Issue issue, DateTimeZone zone, Instant now, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (issue.Draft)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.UnfitForDraft, null, $"{issue.Slug} is a draft", "Take draft: true out of its front matter.")
            { Path = issue.Source.Path });
        }

        if (issue.SentAt(zone) is var time && time > now)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.BeforeItsTime, null, $"{issue.Slug} is not to be sent before {Moment.Format(time.InZone(zone))}",
                "Wait until then, or change sent in its front matter; --test sends it to a few addresses before.")
            { Path = issue.Source.Path });
        }
    }

    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm '('z')'", null);
}
