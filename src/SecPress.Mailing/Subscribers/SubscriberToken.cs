using System.Buffers.Text;
using System.Security.Cryptography;

namespace SecPress.Mailing.Subscribers;

/// <summary>Opaque tokens: 144 random bits, base64url, so that nobody can guess the address of somebody else's unsubscribe page.</summary>
public static class SubscriberToken
{
    private const int Bytes = 18;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
