using System.Security.Cryptography;
using System.Text;
using SecPress.Mailing.Subscribers;

namespace SecPress.Mailing.Messages;

/// <summary>Messages as <c>.eml</c> files in a folder: a rehearsal of sending.</summary>
public sealed class MessageFolder
{
    private const int LongestName = 100;
    private readonly string folder;

    public MessageFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        this.folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Writes one message, whole or not at all, and gives its path.</summary>
    public async Task<string> WriteAsync(EmailAddress recipient, ReadOnlyMemory<byte> message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var path = Path.Combine(folder, FileNameOf(recipient));
        var draft = path + ".part";
        await File.WriteAllBytesAsync(draft, message, cancellationToken);
        File.Move(draft, path, overwrite: true);
        return path;
    }

    /// <summary>The address in letters every file system takes; a part of its hash when that does not tell it apart.</summary>
    public static string FileNameOf(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var name = new StringBuilder();
        foreach (var c in address.Key)
        {
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '@' or '-' or '_' or '+' || (c == '.' && name.Length > 0) ? c : '~');
        }

        var safe = name.ToString();
        if (safe != address.Key || safe.Length > LongestName)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Key)))[..8];
            safe = $"{safe[..Math.Min(safe.Length, LongestName)]}~{hash}";
        }

        return safe + ".eml";
    }
}
