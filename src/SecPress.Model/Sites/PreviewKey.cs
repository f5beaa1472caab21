using System.Security.Cryptography;
using System.Text;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>
/// Gives issues that are not published yet addresses that nobody guesses who lacks the editor's passphrase: the same each time, another
/// for each site, and none tells of another. Whoever knows one address can try passphrases on it, which is why each try is made to cost.
/// </summary>
public sealed class PreviewKey
{
    /// <summary>The fewest characters of a passphrase: four or five words.</summary>
    public const int LeastLength = 16;

    public const string Folder = "preview/";

    // OWASP's figure for PBKDF2 with HMAC-SHA-256: some 0.2 s, once a build.
    private const int Rounds = 600_000;
    private const int Bits = 128;
    private const string Digits = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly byte[] key;

    public PreviewKey(SiteSettings settings, string passphrase)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(passphrase);
        ArgumentOutOfRangeException.ThrowIfLessThan(passphrase.Length, LeastLength);
        var salt = Encoding.UTF8.GetBytes("secpress preview " + settings.BaseUrl.AbsoluteUri);
        key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, Rounds, HashAlgorithmName.SHA256, 32);
    }

    /// <summary>The folder of an issue under review: 128 bits in the letters of RFC 4648 base 32, in lower case.</summary>
    public string PathOf(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(issue.Slug));
        var path = new StringBuilder(Folder);
        for (var bit = 0; bit < Bits; bit += 5)
        {
            var value = 0;
            for (var i = bit; i < bit + 5; i++)
            {
                value = (value << 1) | (i < Bits ? (hash[i / 8] >> (7 - (i % 8))) & 1 : 0);
            }

            path.Append(Digits[value]);
        }

        return path.Append('/').ToString();
    }
}
