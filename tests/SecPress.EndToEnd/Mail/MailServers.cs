using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Mail;

/// <summary>A real Postfix that delivers into a real Dovecot, for one test.</summary>
internal sealed class MailServers : IAsyncDisposable
{
    public const string Domain = "example.test";

    private readonly TemporaryFolder folder = new();
    private readonly PostfixServer postfix;
    private readonly DovecotServer dovecot;

    private MailServers()
    {
        postfix = new PostfixServer(Directory.CreateDirectory(folder.Join("postfix")).FullName);
        dovecot = new DovecotServer(Directory.CreateDirectory(folder.Join("dovecot")).FullName);
    }

    public int SmtpPort => postfix.Port;

    /// <summary>Starts both with a mailbox for each address, or skips the test where they are not installed.</summary>
    public static async Task<MailServers> StartAsync(params string[] addresses)
    {
        Requirement.Root();
        var servers = new MailServers();
        try
        {
            await servers.dovecot.StartAsync(addresses);
            await servers.postfix.StartAsync(Domain, addresses, servers.dovecot.LmtpSocket);
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// What lies in a mailbox once it holds so many messages, read over IMAP. Fails with both servers' logs when they do not
    /// come within half a minute: Postfix answers before it delivers.
    /// </summary>
    public async Task<IReadOnlyList<MimeMessage>> ReadAsync(string address, int expected)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", dovecot.Port, SecureSocketOptions.None);
        await client.AuthenticateAsync(address, DovecotServer.Password);
        var inbox = client.Inbox ?? throw new InvalidOperationException("The server has no inbox.");
        await inbox.OpenAsync(FolderAccess.ReadOnly);
        for (var tries = 0; inbox.Count < expected && tries < 150; tries++)
        {
            await Task.Delay(200);
            await client.NoOpAsync();
        }

        Assert.True(inbox.Count == expected, $"{address} holds {inbox.Count} messages, not {expected}.\n{Logs}");
        var messages = new List<MimeMessage>();
        for (var i = 0; i < inbox.Count; i++)
        {
            messages.Add(await inbox.GetMessageAsync(i));
        }

        await client.DisconnectAsync(quit: true);
        return messages;
    }

    /// <summary>Waits until Postfix has nothing left to deliver, so that what is not in a mailbox by then never comes.</summary>
    public async Task DeliverAllAsync()
    {
        var queue = folder.Join("postfix", "queue");
        for (var tries = 0; tries < 150; tries++)
        {
            if (!new[] { "incoming", "active", "maildrop" }.Any(stage => Directory.EnumerateFiles(Path.Combine(queue, stage), "*", SearchOption.AllDirectories).Any()))
            {
                return;
            }

            await Task.Delay(200);
        }

        Assert.Fail($"Postfix still has mail to deliver.\n{Logs}");
    }

    public string Logs => $"--- postfix\n{postfix.Log}\n--- dovecot\n{dovecot.Log}";

    public async ValueTask DisposeAsync()
    {
        await postfix.StopAsync();
        await dovecot.StopAsync();
        folder.Dispose();
    }
}
