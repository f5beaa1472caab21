using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;

namespace SecPress.Tests.Mailing.Ledger;

/// <summary>Senders that claim, begin, answer late, die and come back in any order, against what a mail server would have seen.</summary>
public sealed class LedgerModelTests
{
    private const int People = 6;

    private enum Act
    {
        Claim,
        Begin,
        Deliver,
        NoteSent,
        NoteDeferred,
        NoteFailed,
        NoteLost,
        Release,
        OptOut,
        Wait,
        Crash,
    }

    [Fact]
    public void No_interleaving_mails_anyone_twice_or_loses_anyone()
    {
        Gen.Select(Gen.Int[0, Enum.GetValues<Act>().Length - 1], Gen.Int[0, People - 1]).Array[0, 60].Sample(
            moves => RunAsync(moves.Select(m => ((Act)m.Item1, m.Item2))).GetAwaiter().GetResult(), iter: 60, threads: 1);
    }

    private static async Task RunAsync(IEnumerable<(Act Act, int Who)> moves)
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync([.. Enumerable.Range(0, People).Select(Address)]);
        var ledger = site.Store.Ledger;
        var edition = (await ledger.SealAsync(new SealRequest(MailingSite.Edition(), "example.org"))).Edition!;

        // Every claim ever made, so that dead senders can speak up late; what is allowed is the ledger's to decide.
        var claims = new List<Claim>();
        var begun = new HashSet<Claim>();
        var delivered = new Dictionary<string, int>(StringComparer.Ordinal);
        var optedOut = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (act, who) in moves)
        {
            var claim = claims.Count == 0 ? null : claims[^(1 + (who % claims.Count))];
            switch (act)
            {
                case Act.Claim:
                    claims.AddRange(await site.Store.Ledger.ClaimAsync(edition.Id, "owner", 1 + (who % 3)));
                    break;
                case Act.Begin when claim is not null:
                    if ((await site.Store.Ledger.ApplyAsync([new DeliveryStep.Begin(claim)]))[0] == StepResult.Applied)
                    {
                        Assert.DoesNotContain(claim.Recipient.Address.Value, optedOut);
                        begun.Add(claim);
                    }

                    break;
                case Act.Deliver when claim is not null && begun.Remove(claim):
                    // The server takes it: from here on only sent, lost or silence may follow.
                    delivered[claim.Recipient.Address.Value] = delivered.GetValueOrDefault(claim.Recipient.Address.Value) + 1;
                    await MaybeNoteAsync(site.Store.Ledger, who, claim);
                    break;
                case Act.NoteDeferred when claim is not null && begun.Remove(claim):
                    await site.Store.Ledger.ApplyAsync([new DeliveryStep.Defer(claim, "r", "451", Duration.FromMinutes(5))]);
                    break;
                case Act.NoteFailed when claim is not null && begun.Remove(claim):
                    await site.Store.Ledger.ApplyAsync([new DeliveryStep.Fail(claim, "r", "550", "5.7.1", AddressConsequence.None)]);
                    break;
                case Act.Release when claim is not null && begun.Remove(claim):
                    await site.Store.Ledger.ApplyAsync([new DeliveryStep.Release(claim, "stopped")]);
                    break;
                case Act.NoteSent when claim is not null && delivered.ContainsKey(claim.Recipient.Address.Value):
                    await site.Store.Ledger.ApplyAsync([new DeliveryStep.Sent(claim, "r", "250", null)]);
                    break;
                case Act.NoteLost when claim is not null && delivered.ContainsKey(claim.Recipient.Address.Value):
                    await site.Store.Ledger.ApplyAsync([new DeliveryStep.Lose(claim, "r", "lost")]);
                    break;
                case Act.OptOut:
                    optedOut.Add(Address(who));
                    await site.Store.Subscribers.SuppressAsync(EmailAddress.Parse(Address(who)), SuppressionReason.Unsubscribed, "");
                    break;
                case Act.Wait:
                    site.Clock.Advance(TimeSpan.FromMinutes(1 + (who * 7)));
                    begun.RemoveWhere(_ => who == People - 1);
                    break;
                case Act.Crash:
                    begun.Clear();
                    await site.ReopenAsync();
                    await (await site.Store.Ledger.TakeTurnAsync())!.DisposeAsync();
                    break;
                default:
                    break;
            }
        }

        await CheckAsync(site, edition, delivered);
    }

    private static async Task MaybeNoteAsync(ILedger ledger, int who, Claim claim)
    {
        if (who % 3 == 0)
        {
            await ledger.ApplyAsync([new DeliveryStep.Sent(claim, "r", "250", null)]);
        }
        else if (who % 3 == 1)
        {
            await ledger.ApplyAsync([new DeliveryStep.Lose(claim, "r", "lost")]);
        }
    }

    private static async Task CheckAsync(MailingSite site, SealedEdition edition, Dictionary<string, int> delivered)
    {
        Assert.All(delivered, d => Assert.Equal(1, d.Value));
        var copies = await MailingSite.ToListAsync(site.Store.Ledger.ListAsync(edition.Id, []));
        Assert.Equal(People, copies.Count);
        Assert.Equal(People, (await site.Store.Ledger.StatusAsync("2017-06"))!.Counts.Values.Sum());
        foreach (var copy in copies)
        {
            var wasDelivered = delivered.ContainsKey(copy.Address.Value);
            ImmutableArray<DeliveryState> allowed = wasDelivered
                ? [DeliveryState.Sent, DeliveryState.Unknown, DeliveryState.Sending]
                : [.. Enum.GetValues<DeliveryState>().Except([DeliveryState.Sent])];
            Assert.Contains(copy.State, allowed);
        }
    }

    private static string Address(int who) => $"p{who}@example.com";
}
