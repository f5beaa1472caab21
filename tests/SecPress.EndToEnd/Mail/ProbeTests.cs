using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SecPress.EndToEnd.Mail;

public sealed class ProbeTests
{
    [SkippableFact]
    public async Task Probe()
    {
        await using var servers = await MailServers.StartAsync("a@example.test", "b@example.test");
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", servers.SmtpPort, SecureSocketOptions.None);
        var m = new MimeMessage { Subject = "é", Body = new BodyBuilder { HtmlBody = "<p>é", TextBody = "é" }.ToMessageBody() };
        m.From.Add(MailboxAddress.Parse("news@example.org"));
        m.To.Add(MailboxAddress.Parse("a@example.test"));
        var reply = await client.SendAsync(m);
        Assert.Contains("queued as", reply);
        m.To.Clear();
        m.To.Add(MailboxAddress.Parse("c@example.test"));
        var e = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(m));
        Assert.Contains("5.1.1", e.Message);
        await servers.DeliverAllAsync();
        Assert.Equal("é", (await servers.ReadAsync("a@example.test", 1))[0].Subject);
        await servers.ReadAsync("b@example.test", 0);
        using var tls = new SmtpClient();
        await Assert.ThrowsAsync<SslHandshakeException>(() => tls.ConnectAsync("127.0.0.1", servers.SmtpPort, SecureSocketOptions.StartTls));
        Assert.DoesNotContain("fatal", servers.Logs);
        Assert.DoesNotContain("warning", servers.Logs);
    }
}
