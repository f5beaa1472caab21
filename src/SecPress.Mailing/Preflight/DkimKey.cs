using System.Security.Cryptography;

namespace SecPress.Mailing.Preflight;

/// <summary>The private key that signs, as far as it must be known to tell whether the published key is its other half.</summary>
internal sealed record DkimKey(int Bits, byte[] PublicKeyInfo, byte[] Pkcs1)
{
    /// <summary>Whether a record's <c>p=</c> holds this key: as RFC 6376 has it, or bare as some publish it.</summary>
    public bool IsPublishedAs(byte[] published) => published.AsSpan().SequenceEqual(PublicKeyInfo) || published.AsSpan().SequenceEqual(Pkcs1);

    /// <summary>The key in a PEM file, or why there is none.</summary>
    public static (DkimKey? Key, string? Fault) Read(string path)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(File.ReadAllText(path));
            _ = rsa.ExportParameters(includePrivateParameters: true);
            return (new DkimKey(rsa.KeySize, rsa.ExportSubjectPublicKeyInfo(), rsa.ExportRSAPublicKey()), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, "it may not be read");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return (null, "it holds no private RSA key in PEM");
        }
    }
}
