using System.Globalization;
using SecPress.Model.Settings;

namespace SecPress.Mailing.Preflight;

/// <summary>Looks at the key that signs and at the one that is published for receivers to check by (RFC 6376).</summary>
internal sealed class DkimExaminer(string siteFolder)
{
    private const string KeySubject = "DKIM key";
    private const string RecordSubject = "DKIM record";

    // RFC 8301 §3.2
    private const int LeastBits = 1024;
    private const int GoodBits = 2048;

    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The key file alone; with its key when it can be read.</summary>
    public (Finding Finding, DkimKey? Key) ExamineFile(Dkim dkim)
    {
        var path = Path.GetFullPath(dkim.KeyFile, siteFolder);
        var (key, fault) = DkimKey.Read(path);
        if (key is null)
        {
            return (Finding.Failed(KeySubject, DeliveryRules.BadDkimKey, $"{dkim.KeyFile}: {fault}", "Name under dkim the file that holds the private key, and see that you may read it."), null);
        }

        var finding = key.Bits < LeastBits
            ? Finding.Failed(KeySubject, DeliveryRules.BadDkimKey, $"{dkim.KeyFile}: the key has {Bits(key)} bits, which receivers refuse", $"Make a key of {GoodBits} bits, and publish it under a new selector.")
            : key.Bits < GoodBits ? Finding.Warning(KeySubject, DeliveryRules.BadDkimKey, $"{dkim.KeyFile}: the key has {Bits(key)} bits, which is little", $"Make a key of {GoodBits} bits, and publish it under a new selector.")
            : !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMayRead) != 0 ? Finding.Warning(KeySubject, DeliveryRules.BadDkimKey, $"{dkim.KeyFile}: others on this computer may read it", $"Take that away: chmod 600 {dkim.KeyFile}")
            : Finding.Fine(KeySubject, $"{dkim.KeyFile}: RSA, {Bits(key)} bits");
        return (finding, key);
    }

    /// <summary>The published record, against the key when there is one.</summary>
    public static async Task<Finding> ExamineRecordAsync(Dkim dkim, DkimKey? key, ITextRecords records, CancellationToken cancellationToken)
    {
        var name = $"{dkim.Selector}._domainkey.{dkim.Domain}";
        var answer = await records.FindAsync(name, cancellationToken);
        if (answer.Failure is { } failure)
        {
            return Finding.Warning(RecordSubject, DeliveryRules.NoDnsAnswer, $"the record {name} cannot be looked up: {failure}", "Check the network, and run it again.");
        }

        if (answer.Records.IsEmpty)
        {
            return Finding.Failed(
                RecordSubject,
                DeliveryRules.NoDkimRecord,
                $"there is no record {name}, so receivers cannot check the signature",
                key is null ? "Publish the public key there." : $"Publish a TXT record there: v=DKIM1; k=rsa; p={Convert.ToBase64String(key.PublicKeyInfo)}");
        }

        var tags = TagList.Read(answer.Records[0]);
        if (tags.GetValueOrDefault("p") is not { Length: > 0 } published)
        {
            return Finding.Failed(RecordSubject, DeliveryRules.NoDkimRecord, $"{name} holds no key: it was withdrawn", "Publish the key again, or sign with another selector.");
        }

        var bytes = new byte[published.Length];
        if (!Convert.TryFromBase64String(string.Concat(published.Where(c => !char.IsWhiteSpace(c))), bytes, out var length))
        {
            return Finding.Failed(RecordSubject, DeliveryRules.NoDkimRecord, $"{name} holds a key that cannot be read", "Publish it again; the part behind p= is broken.");
        }

        return key is not null && !key.IsPublishedAs(bytes[..length])
            ? Finding.Failed(
                RecordSubject,
                DeliveryRules.DkimMismatch,
                $"{name} holds another key than {dkim.KeyFile}: receivers would take every message for a forgery",
                $"Publish there: v=DKIM1; k=rsa; p={Convert.ToBase64String(key.PublicKeyInfo)}")
            : Finding.Fine(RecordSubject, key is null ? $"{name} holds a key" : $"{name} holds the other half of {dkim.KeyFile}");
    }

    private static string Bits(DkimKey key) => key.Bits.ToString(CultureInfo.InvariantCulture);
}
