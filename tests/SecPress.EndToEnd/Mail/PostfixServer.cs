using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Mail;

/// <summary>
/// A Postfix of our own: its configuration, queue and log lie in one folder and it listens on one loopback port, so it
/// neither uses nor disturbs the machine's. It takes mail for the given mailboxes only, answers 550 5.1.1 for any other, and
/// hands accepted mail over LMTP.
/// </summary>
internal sealed class PostfixServer
{
    private readonly string folder;
    private string? program;

    public PostfixServer(string folder)
    {
        this.folder = folder;
        Port = LoopbackPort.Free();
    }

    public int Port { get; }

    public string Log => File.Exists(Path.Combine(folder, "mail.log")) ? File.ReadAllText(Path.Combine(folder, "mail.log")) : "";

    public async Task StartAsync(string domain, IEnumerable<string> addresses, string lmtpSocket)
    {
        program = Requirement.Program("postfix", "postfix");
        Directory.CreateDirectory(Path.Combine(folder, "queue"));
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await Tool.RunAsync(Path.Combine(folder, "chown.log"), "/bin/chown", "postfix", Path.Combine(folder, "data"));
        Directory.CreateDirectory(Configuration);
        await WriteCertificateAsync();
        await File.WriteAllLinesAsync(Path.Combine(folder, "mailboxes"), addresses.Select(address => $"{address} here"));
        await File.WriteAllTextAsync(Path.Combine(Configuration, "main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {folder}/queue
            data_directory = {folder}/data
            maillog_file = {folder}/mail.log
            maillog_file_prefixes = {folder}
            myhostname = mail.{domain}
            mydestination =
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            smtpd_relay_restrictions = reject_unauth_destination
            smtpd_tls_security_level = may
            smtpd_tls_cert_file = {folder}/certificate.pem
            smtpd_tls_key_file = {folder}/key.pem
            virtual_mailbox_domains = {domain}
            virtual_mailbox_maps = texthash:{folder}/mailboxes
            virtual_transport = lmtp:unix:{lmtpSocket}
            local_transport = error:there are no local mailboxes
            alias_maps =
            alias_database =
            """ + "\n");
        await File.WriteAllTextAsync(Path.Combine(Configuration, "master.cf"), $"""
            127.0.0.1:{Port} inet n - n - - smtpd
            pickup    unix  n - n 60  1 pickup
            cleanup   unix  n - n -   0 cleanup
            qmgr      unix  n - n 300 1 qmgr
            rewrite   unix  - - n -   - trivial-rewrite
            bounce    unix  - - n -   0 bounce
            defer     unix  - - n -   0 bounce
            trace     unix  - - n -   0 bounce
            tlsmgr    unix  - - n 1000? 1 tlsmgr
            proxymap  unix  - - n -   - proxymap
            anvil     unix  - - n -   1 anvil
            scache    unix  - - n -   1 scache
            error     unix  - - n -   - error
            retry     unix  - - n -   - error
            lmtp      unix  - - n -   - lmtp
            postlog   unix-dgram n - n - 1 postlogd
            """ + "\n");

        var start = await Tool.RunAsync(Path.Combine(folder, "start.log"), program, "-c", Configuration, "start");
        if (start.ExitCode != 0 || !await LoopbackPort.GreetsAsync(Port, TimeSpan.FromSeconds(30)))
        {
            throw new InvalidOperationException($"Postfix did not start: {start}\n--- mail log\n{Log}");
        }
    }

    /// <summary>Holds the two files and nothing else: Postfix wants everything in and below it to be root's.</summary>
    private string Configuration => Path.Combine(folder, "etc");

    public Task StopAsync() => program is null ? Task.CompletedTask : Tool.RunAsync(Path.Combine(folder, "stop.log"), program, "-c", Configuration, "stop");

    private async Task WriteCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
