using System.Globalization;
using SecPress.Mailing.Smtp;
using SecPress.Model.Settings;

namespace SecPress.Mailing.Preflight;

/// <summary>Goes as far with a relay as sending goes before the first message: connects, secures, signs in, and says goodbye.</summary>
internal sealed class RelayExaminer(Func<string, string?> environment, SmtpTimeouts timeouts, TimeProvider clock)
{
    // An edition of 100 kB as HTML and text, encoded.
    private const uint LeastSize = 500_000;

    public async Task<Finding> ExamineAsync(Relay relay, CancellationToken cancellationToken)
    {
        var subject = $"relay {relay.Host}:{relay.Port.ToString(CultureInfo.InvariantCulture)}";
        var password = relay.PasswordEnvironmentVariable is { } variable ? environment(variable) : null;
        if (relay.User is not null && string.IsNullOrEmpty(password))
        {
            return Finding.Failed(
                subject,
                DeliveryRules.NoRelayPassword,
                relay.PasswordEnvironmentVariable is { } unset ? $"the password is not set: {unset} is empty" : "it has a user but no password-env",
                relay.PasswordEnvironmentVariable is { } named ? $"Set the environment variable {named}." : "Name under relays the environment variable that holds the password.");
        }

        var opening = await RelayConnection.OpenAsync(relay, password, timeouts, clock, cancellationToken);
        if (opening.Connection is not { } connection)
        {
            return Finding.Failed(
                subject,
                DeliveryRules.RelayRefused,
                opening.Failure![(opening.Failure!.IndexOf(": ", StringComparison.Ordinal) + 2)..],
                opening.IsRefusal
                    ? "Check user, password and security of the relay in site.yml with your mail provider."
                    : "Check host and port of the relay in site.yml, and that this computer may reach it; many networks close port 25.");
        }

        await using (connection)
        {
            return Judge(subject, relay, connection);
        }
    }

    private static Finding Judge(string subject, Relay relay, RelayConnection connection)
    {
        var secured = connection.IsSecure ? "secure" : "not secure";
        var signedIn = relay.User is null ? "no sign-in" : "signed in";
        var size = connection.MostOctets is { } octets ? $", takes {(octets / 1000).ToString("N0", CultureInfo.InvariantCulture)} kB" : "";
        if (!connection.IsSecure && relay.User is not null && !IsHere(relay.Host))
        {
            return Finding.Warning(
                subject, DeliveryRules.InsecureRelay, "the password crosses the network in the clear", "Write security: starttls, or security: tls with port 465.");
        }

        return connection.MostOctets < LeastSize
            ? Finding.Warning(subject, DeliveryRules.RelayRefused, $"it takes no message above {connection.MostOctets} bytes, and an edition may be larger", "Ask your mail provider to raise the limit.")
            : Finding.Fine(subject, $"reached, {secured}, {signedIn}{size}");
    }

    private static bool IsHere(string host) => host is "localhost" or "127.0.0.1" or "::1";
}
