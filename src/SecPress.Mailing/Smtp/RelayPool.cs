using SecPress.Model.Settings;

namespace SecPress.Mailing.Smtp;

/// <summary>The relays of the site in their order, each with its password.</summary>
internal sealed class RelayPool(IReadOnlyList<(Relay Relay, string? Password)> relays, SmtpTimeouts timeouts, TimeProvider clock)
{
    /// <summary>
    /// A connection to the first relay that takes us. Going on to the next one is safe here and only here: nothing was offered yet.
    /// </summary>
    public async Task<RelayOpening> OpenAsync(CancellationToken cancellationToken)
    {
        var failures = new List<string>();
        var allRefused = true;
        foreach (var (relay, password) in relays)
        {
            var opening = await RelayConnection.OpenAsync(relay, password, timeouts, clock, cancellationToken);
            if (opening.Connection is not null)
            {
                return opening;
            }

            failures.Add(opening.Failure!);
            allRefused &= opening.IsRefusal;
        }

        return new RelayOpening(null, string.Join("; ", failures), allRefused);
    }
}
