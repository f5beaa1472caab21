using System.Collections.Immutable;
using SecPress.Mailing;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Settings;
using SecPress.Tests.Support;

namespace SecPress.Tests.Mailing;

public sealed class MailerTests
{
    [Fact]
    public async Task Everyone_gets_one_copy_with_their_own_links()
    {
        await using var site = new MailingSite();
        await site.ImportAsync("email,name\nann@example.com,Ann\nbob@example.net,\n");
        await using var server = new ScriptedSmtpServer();

        var report = await site.Mailer(MailingSite.WithRelay(server.Port)).SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Complete, report.Outcome);
        Assert.Equal(["ann@example.com", "bob@example.net"], server.Accepted.Select(m => m.To).Order());
        Assert.All(server.Accepted, m => Assert.Equal("news@example.org", m.From));
        var tokens = (await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(new SubscriberFilter()))).ToDictionary(s => s.Address.Value, s => s.Token);
        Assert.All(server.Accepted, m => Assert.Contains($"List-Unsubscribe: <https://news.example.org/unsubscribe/{tokens[m.To]}>", m.Text));
        Assert.Contains("Dear =\r\nAnn=\r\n,", server.Accepted.Single(m => m.To == "ann@example.com").Text);
    }

    [Fact]
    public async Task The_server_gets_the_composed_bytes_unchanged()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer();
        var edition = MailingSite.Edition(".leading dot\n..two dots\n.\nFrom here on: Zoë, 10 €, " + new string('x', 3000));

        await site.Mailer(MailingSite.WithRelay(server.Port)).SendAsync(edition);

        var sealedEdition = (await site.Store.Ledger.StatusAsync("2017-06"))!.Edition;
        var person = (await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(new SubscriberFilter()))).Single();
        var composed = SecPress.Mailing.Messages.MessageTemplate.Create(MailingSite.Settings, sealedEdition).For(person.ToRecipient());
        Assert.Equal(composed, server.Accepted.Single().Bytes);
    }

    [Fact]
    public async Task Sending_again_mails_nobody_twice()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "bob@example.net");
        await using var server = new ScriptedSmtpServer();
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port));

        await mailer.SendAsync(MailingSite.Edition());
        await site.SubscribeAsync("late@example.com");
        var again = await mailer.SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Complete, again.Outcome);
        Assert.Equal(2, server.Accepted.Count);
        Assert.NotNull(again.Status!.Edition.FinishedAt);
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        // moment, answer, what becomes of the copy
        { "RecipientTo", "550 5.1.1 no such user", "failed" },
        { "RecipientTo", "550 no", "failed" },
        { "RecipientTo", "552 5.2.2 full", "failed" },
        { "RecipientTo", "550 5.7.1 policy", "failed" },
        { "RecipientTo", "451 4.7.1 greylisted", "deferred" },
        { "RecipientTo", "421 4.3.2 shutting down", "deferred" },
        { "RecipientTo", "drop", "deferred" },
        { "MailFrom", "451 4.3.0 later", "deferred" },
        { "MailFrom", "drop", "deferred" },
        { "MailFrom", "550 5.7.1 not you", "pending" },
        { "MailFrom", "530 5.7.0 authenticate first", "pending" },
        { "Data", "451 4.3.0 later", "deferred" },
        { "Data", "554 5.6.0 no", "failed" },
        { "Data", "drop", "deferred" },
        { "MidBody", "drop", "unknown-or-deferred" },
        { "FinalDot", "drop", "unknown" },
        { "FinalDot", "250 2.0.0 taken", "sent" },
        { "FinalDot", "451 4.3.0 later", "deferred" },
        { "FinalDot", "421 4.3.2 shutting down", "deferred" },
        { "FinalDot", "554 5.6.0 bad message", "failed" },
        { "FinalDot", "554 5.7.1 spam", "failed" },
        { "FinalDot", "gibberish", "unknown" },
        { "Greeting", "554 5.7.1 no", "pending" },
        { "Greeting", "421 4.3.2 busy", "pending" },
        { "Greeting", "drop", "pending" },
        { "Hello", "550 5.7.1 no", "pending" },
        { "Hello", "drop", "pending" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_becomes_a_state_and_never_a_second_copy(string moment, string answer, string state)
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        var at = Enum.Parse<SmtpMoment>(moment);
        await using var server = new ScriptedSmtpServer(turn => turn.Moment == at ? answer : null);

        var report = await site.Mailer(MailingSite.WithRelay(server.Port), workers: 1).SendAsync(MailingSite.Edition(new string('x', 20_000)));

        var became = await site.DeliveriesAsync();
        Assert.Contains(became["ann@example.com ".Length..], state.Split("-or-"));
        Assert.Equal(state is "sent" or "failed" ? SendOutcome.Complete : SendOutcome.Incomplete, report.Outcome);
        Assert.Equal(state == "pending", report.Diagnostics.Any(d => d.Rule == DeliveryRules.RelayRefused));
        Assert.InRange(server.Complete.Count, 0, 1);
    }

    [Fact]
    public async Task An_unknown_copy_is_never_sent_again_by_itself()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer(turn => turn.Moment == SmtpMoment.FinalDot ? ScriptedSmtpServer.Drop : null);
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port));
        await mailer.SendAsync(MailingSite.Edition());
        server.Script = _ => null;
        site.Clock.Advance(TimeSpan.FromDays(5));

        var again = await mailer.SendAsync(MailingSite.Edition());

        Assert.Equal("ann@example.com unknown", await site.DeliveriesAsync());
        Assert.Equal(SendOutcome.Incomplete, again.Outcome);
        Assert.Empty(server.Accepted);
    }

    [Fact]
    public async Task A_deferred_copy_is_sent_when_it_is_due_with_the_same_message_id()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer(turn => turn.Moment == SmtpMoment.FinalDot ? "451 4.3.0 later" : null);
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port));
        var first = await mailer.SendAsync(MailingSite.Edition());
        Assert.Equal(1, first.Status!.Count(DeliveryState.Deferred));
        server.Script = _ => null;

        await mailer.SendAsync(MailingSite.Edition());
        Assert.Empty(server.Accepted);
        site.Clock.Advance(first.Status.NextAttempt!.Value.ToDateTimeOffset() - site.Clock.GetUtcNow());
        var last = await mailer.SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Complete, last.Outcome);
        Assert.Equal(server.Complete.First().Bytes, server.Accepted.Single().Bytes);
    }

    [Fact]
    public async Task A_copy_deferred_for_three_days_is_given_up()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer(turn => turn.Moment == SmtpMoment.RecipientTo ? "451 4.7.1 later" : null);
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port), workers: 1);
        var report = await mailer.SendAsync(MailingSite.Edition());
        var rounds = 0;
        while (report.Outcome == SendOutcome.Incomplete && rounds++ < 100)
        {
            site.Clock.Advance(TimeSpan.FromHours(4));
            report = await mailer.SendAsync(MailingSite.Edition());
        }

        Assert.InRange(rounds, 18, 19);
        var copy = (await MailingSite.ToListAsync(site.Store.Ledger.ListAsync(report.Status!.Edition.Id, [DeliveryState.Failed]))).Single();
        Assert.StartsWith("given up after 72 hours: 451 4.7.1 later", copy.Reply);
    }

    [Fact]
    public async Task The_next_relay_is_tried_when_the_first_takes_no_mail_at_all()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var closed = new ScriptedSmtpServer(turn => turn.Moment == SmtpMoment.Greeting ? "554 5.3.2 closed" : null);
        await using var server = new ScriptedSmtpServer();

        var report = await site.Mailer(MailingSite.WithRelay(closed.Port, server.Port)).SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Complete, report.Outcome);
        Assert.Single(server.Accepted);
    }

    [Fact]
    public async Task A_relay_out_of_reach_leaves_everyone_waiting_and_says_so()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "bob@example.net");
        int port;
        await using (var gone = new ScriptedSmtpServer())
        {
            port = gone.Port;
        }

        var report = await site.Mailer(MailingSite.WithRelay(port)).SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Incomplete, report.Outcome);
        Assert.Equal("ann@example.com pending\nbob@example.net pending", await site.DeliveriesAsync());
        Assert.Contains(report.Diagnostics, d => d.Rule == DeliveryRules.RelayRefused && d.Message.Contains($"127.0.0.1:{port}"));
    }

    [Fact]
    public async Task An_idle_connection_that_was_closed_costs_no_attempt()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "bob@example.net");
        var messages = 0;
        await using var server = new ScriptedSmtpServer();
        server.Script = turn => turn.Moment == SmtpMoment.MailFrom && ++messages == 2 ? ScriptedSmtpServer.Drop : null;

        var report = await site.Mailer(MailingSite.WithRelay(server.Port), workers: 1).SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Complete, report.Outcome);
        Assert.Equal(2, server.Connections);
        Assert.Equal(2, server.Accepted.Count);
    }

    [Fact]
    public async Task Somebody_who_opts_out_in_the_middle_of_a_send_is_not_sent_to()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "bob@example.net");
        await using var server = new ScriptedSmtpServer();
        server.Script = turn =>
        {
            if (turn.Moment == SmtpMoment.RecipientTo)
            {
                var other = turn.Recipient == "ann@example.com" ? "BOB@example.net" : "ANN@example.com";
                site.Store.Subscribers.SuppressAsync(EmailAddress.Parse(other), SuppressionReason.Unsubscribed, "asked").Wait();
            }

            return null;
        };

        var report = await site.Mailer(MailingSite.WithRelay(server.Port), workers: 1).SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Complete, report.Outcome);
        Assert.Single(server.Accepted);
        Assert.Equal(1, report.Status!.Count(DeliveryState.Suppressed));
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_not_mailed_the_next_issue()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "gone@example.com");
        await using var server = new ScriptedSmtpServer(
            turn => turn is { Moment: SmtpMoment.RecipientTo, Recipient: "gone@example.com" } ? "550 5.1.1 no such user" : null);
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port));

        await mailer.SendAsync(MailingSite.Edition());
        await site.SubscribeAsync("gone@example.com");
        var next = await mailer.SendAsync(MailingSite.Edition(slug: "2017-07"));

        Assert.Equal(1, next.Status!.Edition.Audience);
        var gone = await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(new SubscriberFilter(Status: SubscriberStatus.Bounced)));
        Assert.Equal("gone@example.com", gone.Single().Address.Value);
    }

    [Fact]
    public async Task A_full_mailbox_is_suppressed_only_the_second_time()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("full@example.com");
        await using var server = new ScriptedSmtpServer(turn => turn.Moment == SmtpMoment.RecipientTo ? "552 5.2.2 full" : null);
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port));

        await mailer.SendAsync(MailingSite.Edition(slug: "2017-05"));
        var second = await mailer.SendAsync(MailingSite.Edition(slug: "2017-06"));
        var third = await mailer.SendAsync(MailingSite.Edition(slug: "2017-07"));

        Assert.Equal(1, second.Status!.Count(DeliveryState.Failed));
        Assert.Contains(third.Diagnostics, d => d.Rule == DeliveryRules.NoSubscribers);
    }

    [Fact]
    public async Task A_message_refused_by_three_domains_stops_the_edition()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync([.. Enumerable.Range(1, 10).Select(i => $"ann@example{i}.com")]);
        await using var server = new ScriptedSmtpServer(turn => turn.Moment == SmtpMoment.FinalDot ? "554 5.6.0 malformed" : null);

        var report = await site.Mailer(MailingSite.WithRelay(server.Port), workers: 1).SendAsync(MailingSite.Edition());

        Assert.Equal(SendOutcome.Incomplete, report.Outcome);
        Assert.Contains(report.Diagnostics, d => d.Rule == DeliveryRules.MessageRefused);
        Assert.Equal((3, 7), (report.Status!.Count(DeliveryState.Failed), report.Status.Count(DeliveryState.Pending)));
    }

    [Fact]
    public async Task A_changed_edition_is_refused_and_the_sealed_one_can_be_finished()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "bob@example.net");
        await using var server = new ScriptedSmtpServer(
            turn => turn is { Moment: SmtpMoment.RecipientTo, Recipient: "bob@example.net" } ? "451 4.7.1 later" : null);
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port));
        await mailer.SendAsync(MailingSite.Edition("First words."));
        server.Script = _ => null;
        site.Clock.Advance(TimeSpan.FromHours(1));

        var refused = await mailer.SendAsync(MailingSite.Edition("Other words."));
        Assert.Equal(SendOutcome.Refused, refused.Outcome);
        Assert.Equal(DeliveryRules.EditionChanged, Assert.Single(refused.Diagnostics).Rule);
        Assert.Single(server.Accepted);

        var finished = await mailer.SendAsync(MailingSite.Edition("Other words."), continueSealed: true);
        Assert.Equal(SendOutcome.Complete, finished.Outcome);
        Assert.All(server.Accepted, m => Assert.Contains("First words.", m.Text));
    }

    [Fact]
    public async Task Cancelling_lets_the_message_under_way_end_and_gives_the_rest_back()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync([.. Enumerable.Range(1, 50).Select(i => $"p{i:00}@example.com")]);
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedSmtpServer();
        server.Script = turn =>
        {
            if (turn.Moment == SmtpMoment.FinalDot && server.Complete.Count == 5)
            {
                cancel.Cancel();
            }

            return null;
        };
        var mailer = site.Mailer(MailingSite.WithRelay(server.Port), workers: 1);

        var stopped = await mailer.SendAsync(MailingSite.Edition(), cancellationToken: cancel.Token);

        Assert.Equal(SendOutcome.Incomplete, stopped.Outcome);
        Assert.Equal((5, 45), (stopped.Status!.Count(DeliveryState.Sent), stopped.Status.Count(DeliveryState.Pending)));
        var resumed = await mailer.SendAsync(MailingSite.Edition());
        Assert.Equal(SendOutcome.Complete, resumed.Outcome);
        Assert.Equal(50, server.Accepted.Select(m => m.To).Distinct().Count());
        Assert.Equal(50, server.Accepted.Count);
    }

    [Fact]
    public async Task A_silent_server_is_waited_for_ten_minutes_after_the_body_and_then_unknown()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        var dot = new TaskCompletionSource();
        using var release = new ManualResetEventSlim();
        await using var server = new ScriptedSmtpServer(turn =>
        {
            if (turn.Moment == SmtpMoment.FinalDot)
            {
                dot.SetResult();
                release.Wait(TimeSpan.FromSeconds(30));
            }

            return null;
        });

        var sending = site.Mailer(MailingSite.WithRelay(server.Port), workers: 1).SendAsync(MailingSite.Edition());
        await dot.Task;
        site.Clock.Advance(TimeSpan.FromMinutes(9));
        await Task.Delay(50);
        Assert.False(sending.IsCompleted);

        // Never past the lease of what is being sent, however slowly this machine answers.
        for (var minute = 10; minute <= 20 && !sending.IsCompleted; minute++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20);
        }

        var report = await sending.WaitAsync(TimeSpan.FromSeconds(25));
        release.Set();
        Assert.Equal(1, report.Status!.Count(DeliveryState.Unknown));
    }

    [Fact]
    public async Task Connections_are_renewed_by_count()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync([.. Enumerable.Range(1, 10).Select(i => $"p{i}@example.com")]);
        await using var server = new ScriptedSmtpServer();
        var mailer = new Mailer(MailingSite.WithRelay(server.Port), site.Store, new MailerOptions { Clock = site.Clock, Workers = 1, MessagesPerConnection = 4 });

        await mailer.SendAsync(MailingSite.Edition());

        Assert.Equal([4, 4, 2], server.Accepted.GroupBy(m => m.Connection).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Fact]
    public async Task The_password_comes_from_the_environment_and_is_missed_before_anything_is_sent()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer();
        var settings = MailingSite.Settings with { Relays = [new Relay("127.0.0.1", server.Port, RelaySecurity.None, "ann", "PASSWORD_OF_RELAY")] };

        var refused = await site.Mailer(settings).SendAsync(MailingSite.Edition());
        Assert.Equal(DeliveryRules.NoRelayPassword, Assert.Single(refused.Diagnostics).Rule);
        Assert.Equal(0, server.Connections);

        var mailer = new Mailer(settings, site.Store, new MailerOptions { Clock = site.Clock, Environment = name => name == "PASSWORD_OF_RELAY" ? "hunter2" : null });
        Assert.Equal(SendOutcome.Complete, (await mailer.SendAsync(MailingSite.Edition())).Outcome);
        Assert.Contains(server.Commands, c => c.StartsWith("AUTH PLAIN"));
    }

    [Fact]
    public async Task A_refused_password_is_our_fault_and_is_not_printed()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer(turn => turn.Moment == SmtpMoment.Authenticate ? "535 5.7.8 wrong" : null);
        var settings = MailingSite.Settings with { Relays = [new Relay("127.0.0.1", server.Port, RelaySecurity.None, "ann", "P")] };
        var mailer = new Mailer(settings, site.Store, new MailerOptions { Clock = site.Clock, Environment = _ => "hunter2" });

        var report = await mailer.SendAsync(MailingSite.Edition());

        var finding = Assert.Single(report.Diagnostics);
        Assert.Equal(DeliveryRules.RelayRefused, finding.Rule);
        Assert.DoesNotContain("hunter2", finding.Message);
        Assert.Equal("ann@example.com pending", await site.DeliveriesAsync());
    }

    [Fact]
    public async Task Starttls_is_insisted_on()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer();
        var settings = MailingSite.Settings with { Relays = [new Relay("127.0.0.1", server.Port, RelaySecurity.StartTls, null, null)] };

        var report = await site.Mailer(settings).SendAsync(MailingSite.Edition());

        Assert.Equal(DeliveryRules.RelayRefused, Assert.Single(report.Diagnostics).Rule);
        Assert.Empty(server.Complete);
    }

    [Theory]
    [InlineData(true, "sent")]
    [InlineData(false, "failed")]
    public async Task An_address_beyond_ascii_needs_a_server_that_takes_it(bool offered, string state)
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("zoë@bücher.example");
        await using var server = new ScriptedSmtpServer { Extensions = offered ? ["8BITMIME", "SMTPUTF8"] : ["8BITMIME"] };

        await site.Mailer(MailingSite.WithRelay(server.Port)).SendAsync(MailingSite.Edition());

        Assert.Equal($"zoë@xn--bcher-kva.example {state}", await site.DeliveriesAsync());
        Assert.Equal(offered ? ["zoë@bücher.example"] : [], server.Accepted.Select(m => m.To));
    }

    [Fact]
    public async Task Only_one_sender_works_on_a_store_at_a_time()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer();
        await using var turn = await site.Store.Ledger.TakeTurnAsync();

        var report = await site.Mailer(MailingSite.WithRelay(server.Port)).SendAsync(MailingSite.Edition());

        Assert.Equal(DeliveryRules.AnotherSender, Assert.Single(report.Diagnostics).Rule);
    }

    [Fact]
    public async Task A_draft_is_never_sent()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await using var server = new ScriptedSmtpServer();
        var edition = MailingSite.Edition();

        var report = await site.Mailer(MailingSite.WithRelay(server.Port)).SendAsync(edition with { Issue = edition.Issue with { Draft = true } });

        Assert.Equal(DeliveryRules.UnfitForDraft, Assert.Single(report.Diagnostics).Rule);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_test_goes_to_anyone_and_leaves_no_mark_in_the_ledger()
    {
        await using var site = new MailingSite();
        await using var server = new ScriptedSmtpServer(
            turn => turn is { Moment: SmtpMoment.RecipientTo, Recipient: "no@example.com" } ? "550 5.1.1 no such user" : null);

        var report = await site.Mailer(MailingSite.WithRelay(server.Port)).TestAsync(
            MailingSite.Edition(), [EmailAddress.Parse("me@example.com"), EmailAddress.Parse("no@example.com")]);

        Assert.Equal([true, false], report.Deliveries.Select(d => d.Accepted));
        Assert.Contains("Subject: [Test] June 2017\r\n", server.Accepted.Single().Text);
        Assert.Null(await site.Store.Ledger.StatusAsync("2017-06"));
    }

    [Fact]
    public async Task A_rehearsal_writes_a_file_for_everyone_and_marks_nobody()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "a/.b@example.com", "bob@example.net");
        await site.Store.Subscribers.SuppressAsync(EmailAddress.Parse("bob@example.net"), SuppressionReason.Unsubscribed, "asked");
        var folder = Path.Combine(site.Folder, "rehearsal");

        var report = await site.Mailer(MailingSite.Settings).RehearseAsync(MailingSite.Edition(), folder);

        Assert.Equal(2, report.Messages);
        var names = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, names.Count);
        Assert.Equal("ann@example.com.eml", names[0]);
        Assert.StartsWith("a~.b@example.com~", names[1]);
        Assert.Null(await site.Store.Ledger.StatusAsync("2017-06"));
    }

    [Fact]
    public async Task Progress_counts_every_copy_once()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com", "bob@example.net", "cat@example.org");
        await using var server = new ScriptedSmtpServer();
        var seen = new Recorder();

        await site.Mailer(MailingSite.WithRelay(server.Port)).SendAsync(MailingSite.Edition(), progress: seen);

        Assert.Equal([1, 2, 3], seen.Reports.Select(r => r.Done).Order());
        Assert.All(seen.Reports, r => Assert.Equal(3, r.Total));
    }

    private sealed class Recorder : IProgress<SendProgress>
    {
        private ImmutableList<SendProgress> reports = [];

        public ImmutableList<SendProgress> Reports => reports;

        public void Report(SendProgress value) => ImmutableInterlocked.Update(ref reports, list => list.Add(value));
    }
}
