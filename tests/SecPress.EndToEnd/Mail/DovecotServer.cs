using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Mail;

/// <summary>A Dovecot of our own: Maildirs in one folder, mail in over an LMTP socket, mail out over IMAP on one loopback port.</summary>
internal sealed class DovecotServer
{
    public const string Password = "a password of the test";

    private readonly string folder;
    private string? program;

    public DovecotServer(string folder)
    {
        this.folder = folder;
        Port = LoopbackPort.Free();
    }

    public int Port { get; }

    public string LmtpSocket => Path.Combine(folder, "lmtp");

    public string Log => File.Exists(Path.Combine(folder, "dovecot.log")) ? File.ReadAllText(Path.Combine(folder, "dovecot.log")) : "";

    private string Configuration => Path.Combine(folder, "dovecot.conf");

    public async Task StartAsync(IEnumerable<string> addresses)
    {
        program = Requirement.Program("dovecot", "dovecot-imapd dovecot-lmtpd");
        Directory.CreateDirectory(Path.Combine(folder, "mail"));
        await Tool.RunAsync(Path.Combine(folder, "chown.log"), "/bin/chown", "nobody:nogroup", Path.Combine(folder, "mail"));
        await File.WriteAllLinesAsync(Path.Combine(folder, "users"), addresses.Select(address => $"{address}:{{PLAIN}}{Password}"));
        await File.WriteAllTextAsync(Configuration, $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/dovecot.log
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            postmaster_address = postmaster@example.test
            mail_location = maildir:{{folder}}/mail/%u
            first_valid_uid = 1
            first_valid_gid = 1
            passdb {
              driver = passwd-file
              args = username_format=%u {{folder}}/users
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home={{folder}}/mail/%u
            }
            service imap-login {
              inet_listener imap {
                address = 127.0.0.1
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service lmtp {
              unix_listener {{LmtpSocket}} {
                mode = 0666
              }
            }
            """ + "\n");

        var start = await Tool.RunAsync(Path.Combine(folder, "start.log"), program, "-c", Configuration);
        if (start.ExitCode != 0 || !await LoopbackPort.GreetsAsync(Port, TimeSpan.FromSeconds(30)))
        {
            throw new InvalidOperationException($"Dovecot did not start: {start}\n--- log\n{Log}");
        }
    }

    public Task StopAsync() => program is null ? Task.CompletedTask : Tool.RunAsync(Path.Combine(folder, "stop.log"), program, "-c", Configuration, "stop");
}
