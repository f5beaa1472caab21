using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Stores;
using SecPress.Mailing.Subscribers;

namespace SecPress.Tests.Mailing.Stores;

/// <summary>What every store owes the sender, whatever it is made of.</summary>
public abstract class LedgerContract : IAsyncLifetime
{
    private IMailStore store = null!;

    protected FakeTimeProvider Clock { get; } = new(MailingSite.Start);

    private ILedger Ledger => store.Ledger;

    public async Task InitializeAsync() => store = await OpenAsync();

    public virtual async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Sealing_freezes_the_audience_of_active_subscribers_on_the_streams()
    {
        await AddAsync("newsletter", "ann@example.com", "bob@example.net");
        await AddAsync("notices", "cat@example.org");
        await store.Subscribers.SuppressAsync(EmailAddress.Parse("bob@example.net"), SuppressionReason.Complained, "");

        var result = await SealAsync();
        await AddAsync("newsletter", "late@example.com");

        Assert.Equal((SealOutcome.Sealed, 1), (result.Outcome, result.Edition!.Audience));
        Assert.Equal(["ann@example.com"], (await ClaimAsync(10)).Select(c => c.Recipient.Address.Value));
    }

    [Fact]
    public async Task What_is_sealed_is_given_back_to_the_byte()
    {
        await AddAsync("newsletter", "ann@example.com");
        var edition = MailingSite.Edition("Zoë: 10 €");

        var sealedNow = (await Ledger.SealAsync(new SealRequest(edition, "example.org"))).Edition!;
        var found = (await Ledger.StatusAsync("2017-06"))!.Edition;

        Assert.Equal(
            (edition.Sha256, edition.Subject, edition.Html.Flat, edition.Text.Flat, "example.org", 0, "newsletter"),
            (found.Sha256, found.Subject, found.Html.Flat, found.Text.Flat, found.MessageIdDomain, found.Revision, string.Join(' ', found.Streams)));
        Assert.Equal(sealedNow.Id, found.Id);
        Assert.Equal(Instant.FromDateTimeOffset(MailingSite.Start), found.SealedAt);
    }

    [Fact]
    public async Task The_same_edition_is_resumed_and_another_one_refused()
    {
        await AddAsync("newsletter", "ann@example.com");
        var first = await SealAsync();

        var same = await SealAsync();
        var other = await Ledger.SealAsync(new SealRequest(MailingSite.Edition("Other words."), "example.org"));

        Assert.Equal((SealOutcome.Resumed, SealOutcome.Changed), (same.Outcome, other.Outcome));
        Assert.Equal(first.Edition!.Sha256, other.Edition!.Sha256);
    }

    [Fact]
    public async Task Nothing_is_sealed_for_nobody()
    {
        Assert.Equal(SealOutcome.Nobody, (await SealAsync()).Outcome);
        Assert.Null(await Ledger.StatusAsync("2017-06"));
    }

    [Fact]
    public async Task A_copy_is_claimed_once()
    {
        await AddAsync("newsletter", "ann@example.com", "bob@example.net", "cat@example.org");
        await SealAsync();

        var first = await ClaimAsync(2);
        var second = await ClaimAsync(2);

        Assert.Equal((2, 1), (first.Length, second.Length));
        Assert.Equal(3, first.Concat(second).Select(c => c.Recipient.Address).Distinct().Count());
        Assert.Empty(await ClaimAsync(2));
    }

    [Fact]
    public async Task A_claim_that_ran_out_is_claimed_again_and_the_first_owner_is_fenced_out()
    {
        await AddAsync("newsletter", "ann@example.com");
        await SealAsync();
        var late = (await ClaimAsync(1)).Single();
        Clock.Advance(Leases.Claimed.ToTimeSpan());

        var next = (await ClaimAsync(1)).Single();

        Assert.True(next.Fence > late.Fence);
        Assert.Equal(StepResult.Fenced, await ApplyAsync(new DeliveryStep.Begin(late)));
        Assert.Equal(StepResult.Applied, await ApplyAsync(new DeliveryStep.Begin(next)));
    }

    [Fact]
    public async Task A_begun_copy_that_ran_out_is_unknown_and_its_late_outcome_is_only_noted()
    {
        await AddAsync("newsletter", "ann@example.com");
        await SealAsync();
        var claim = (await ClaimAsync(1)).Single();
        await ApplyAsync(new DeliveryStep.Begin(claim));
        Clock.Advance(Leases.Sending.ToTimeSpan());

        Assert.Empty(await ClaimAsync(1));
        Assert.Equal(StepResult.Fenced, await ApplyAsync(new DeliveryStep.Sent(claim, "relay", "250 ok", null)));

        Assert.Equal(1, (await StatusAsync()).Count(DeliveryState.Unknown));
        Assert.Equal(["sending", "unknown", "late-sent"], await EventsAsync());
    }

    [Fact]
    public async Task A_deferred_copy_waits_for_its_time()
    {
        await AddAsync("newsletter", "ann@example.com");
        await SealAsync();
        var claim = (await ClaimAsync(1)).Single();
        await ApplyAsync(new DeliveryStep.Begin(claim), new DeliveryStep.Defer(claim, "relay", "451 later", Duration.FromMinutes(5)));

        Assert.Empty(await ClaimAsync(1));
        Clock.Advance(TimeSpan.FromMinutes(5));
        var again = (await ClaimAsync(1)).Single();

        Assert.Equal((2, Instant.FromDateTimeOffset(MailingSite.Start)), (again.Attempt, again.FirstAttemptAt));
    }

    [Fact]
    public async Task A_released_copy_is_due_at_once_and_its_attempt_not_counted()
    {
        await AddAsync("newsletter", "ann@example.com");
        await SealAsync();
        var claim = (await ClaimAsync(1)).Single();
        await ApplyAsync(new DeliveryStep.Begin(claim), new DeliveryStep.Release(claim, "stopped"));

        Assert.Equal(1, (await StatusAsync()).Count(DeliveryState.Pending));
        Assert.Equal(1, (await ClaimAsync(1)).Single().Attempt);
    }

    [Theory]
    [InlineData("ann@example.com")]
    [InlineData("ANN@example.com")]
    public async Task Somebody_suppressed_after_sealing_is_not_begun(string spelling)
    {
        await AddAsync("newsletter", "ann@example.com");
        await SealAsync();
        var claim = (await ClaimAsync(1)).Single();
        await store.Subscribers.SuppressAsync(EmailAddress.Parse(spelling), SuppressionReason.Unsubscribed, "");

        Assert.Equal(StepResult.Suppressed, await ApplyAsync(new DeliveryStep.Begin(claim)));
        Assert.True((await StatusAsync()).IsFinished);
    }

    [Fact]
    public async Task It_is_finished_only_when_everyone_is_accounted_for()
    {
        await AddAsync("newsletter", "ann@example.com", "bob@example.net", "cat@example.org");
        await SealAsync();
        var claims = await ClaimAsync(3);
        await ApplyAsync([.. claims.Select(c => new DeliveryStep.Begin(c))]);
        await ApplyAsync(
            new DeliveryStep.Sent(claims[0], "relay", "250 ok", "Q1"),
            new DeliveryStep.Fail(claims[1], "relay", "550 5.1.1 no", "5.1.1", AddressConsequence.Suppress));
        Assert.False((await StatusAsync()).IsFinished);
        Assert.Null((await StatusAsync()).Edition.FinishedAt);

        await ApplyAsync(new DeliveryStep.Lose(claims[2], "relay", "connection lost"));
        Assert.False((await StatusAsync()).IsFinished);
        Assert.Equal(0, (await StatusAsync()).Waiting);
    }

    [Fact]
    public async Task A_copy_tells_what_the_server_said()
    {
        await AddAsync("newsletter", "ann@example.com");
        var edition = (await SealAsync()).Edition!;
        var claim = (await ClaimAsync(1)).Single();
        await ApplyAsync(new DeliveryStep.Begin(claim), new DeliveryStep.Sent(claim, "mail.example.org:587", "250 2.0.0 queued as Q1", "Q1"));

        var copy = (await MailingSite.ToListAsync(Ledger.ListAsync(edition.Id, [DeliveryState.Sent]))).Single();

        Assert.Equal((DeliveryState.Sent, 1, "250 2.0.0 queued as Q1", "Q1"), (copy.State, copy.Attempts, copy.Reply, copy.QueueId));
        Assert.Empty(await MailingSite.ToListAsync(Ledger.ListAsync(edition.Id, [DeliveryState.Failed, DeliveryState.Unknown])));
    }

    [Fact]
    public async Task A_delivered_message_clears_what_counted_against_the_address()
    {
        await AddAsync("newsletter", "ann@example.com");
        foreach (var (slug, full) in new[] { ("2017-04", true), ("2017-05", false), ("2017-06", true), ("2017-07", false) })
        {
            var result = await Ledger.SealAsync(new SealRequest(MailingSite.Edition(slug: slug), "example.org"));
            Assert.Equal(SealOutcome.Sealed, result.Outcome);
            var claim = (await Ledger.ClaimAsync(result.Edition!.Id, "me", 1)).Single();
            await ApplyAsync(new DeliveryStep.Begin(claim), full
                ? new DeliveryStep.Fail(claim, "relay", "552 5.2.2 full", "5.2.2", AddressConsequence.SuppressOnRepeat)
                : new DeliveryStep.Sent(claim, "relay", "250 ok", null));
        }
    }

    [Fact]
    public async Task A_turn_settles_what_a_killed_sender_left_behind()
    {
        await AddAsync("newsletter", "ann@example.com", "bob@example.net");
        await SealAsync();
        await using (await Ledger.TakeTurnAsync())
        {
            Assert.Null(await Ledger.TakeTurnAsync());
            await ApplyAsync(new DeliveryStep.Begin((await ClaimAsync(2))[0]));
        }

        await using var turn = await Ledger.TakeTurnAsync();

        Assert.NotNull(turn);
        var status = await StatusAsync();
        Assert.Equal((1, 1), (status.Count(DeliveryState.Pending), status.Count(DeliveryState.Unknown)));
    }

    protected abstract Task<IMailStore> OpenAsync();

    private async Task AddAsync(string stream, params string[] addresses) => await store.Subscribers.ImportAsync(
        [.. addresses.Select(a => new SubscriberRecord(
            EmailAddress.Parse(a), "", null, [stream], ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), new Consent(null, "test", "", "")))],
        dryRun: false);

    private Task<SealResult> SealAsync() => Ledger.SealAsync(new SealRequest(MailingSite.Edition(), "example.org"));

    private async Task<ImmutableArray<Claim>> ClaimAsync(int count) => await Ledger.ClaimAsync((await StatusAsync()).Edition.Id, "me", count);

    private async Task<StepResult> ApplyAsync(params DeliveryStep[] steps) => (await Ledger.ApplyAsync(steps))[^1];

    private async Task<EditionStatus> StatusAsync() => (await Ledger.StatusAsync("2017-06"))!;

    private async Task<string[]> EventsAsync() =>
        [.. (await MailingSite.ToListAsync(Ledger.EventsAsync((await StatusAsync()).Edition.Id))).Select(e => e.Kind)];
}
