using System.Security.Cryptography;
using System.Text;
using SecPress.Model.Issues;

namespace SecPress.Model.Editions;

/// <summary>The email edition of an issue, complete but for what differs between recipients.</summary>
public sealed record Edition(Issue Issue, string Subject, MergeText Html, MergeText Text)
{
    /// <summary>What the checks need to know of the HTML.</summary>
    public EditionFacts Facts { get; init; } = EditionFacts.None;

    /// <summary>Changes whenever anything a recipient would see changes.</summary>
    public string Sha256 { get; } = Hash(Subject, Html.Flat, Text.Flat);

    private static string Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
