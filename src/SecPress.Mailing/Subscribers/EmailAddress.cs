using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SecPress.Mailing.Subscribers;

/// <summary>
/// A mail address that can be handed to a relay: the local part as given, the domain lowercase and in its ASCII form.
/// Accepted is the practical part of RFC 5321 §4.1.2: a dot-string, no quoted local part, no comment, a domain of two labels or
/// more or an address literal, and (RFC 6531) letters beyond ASCII in the local part.
/// </summary>
public sealed record EmailAddress
{
    // RFC 5321 §4.5.3.1: 64 octets before the @, 255 after it, 254 for the path between its brackets.
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string localPart, string domain)
    {
        (LocalPart, Domain) = (localPart, domain);
        Key = Value.ToLowerInvariant();
    }

    public string LocalPart { get; }

    /// <summary>Lowercase, internationalised labels as A-labels.</summary>
    public string Domain { get; }

    /// <summary>The address as it is mailed.</summary>
    public string Value => $"{LocalPart}@{Domain}";

    /// <summary>
    /// What two spellings of one mailbox share. Servers may tell the case of a local part apart (RFC 5321 §2.4) but none is known
    /// to; mailing a person twice, or after an opt-out written in capitals, is the worse mistake.
    /// </summary>
    public string Key { get; }

    /// <summary>Whether a relay must offer SMTPUTF8 to take it.</summary>
    public bool NeedsSmtpUtf8 => !System.Text.Ascii.IsValid(LocalPart);

    public bool Equals(EmailAddress? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    /// <summary>The address in <paramref name="text"/>; throws <see cref="FormatException"/> with the reason when it is none.</summary>
    public static EmailAddress Parse(string text) => TryParse(text, out var address, out var reason) ? address : throw new FormatException(reason);

    /// <param name="text">An address, white space around it allowed.</param>
    /// <param name="address">The normalised address.</param>
    /// <param name="reason">Why it is refused, as the end of a sentence: "it has no @".</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out EmailAddress? address, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(text);
        address = null;
        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at < 0)
        {
            reason = trimmed.Length == 0 ? "it is empty" : "it has no @";
            return false;
        }

        var local = trimmed[..at];
        reason = RefuseLocalPart(local);
        if (reason is not null || !TryNormaliseDomain(trimmed[(at + 1)..], out var domain, out reason))
        {
            return false;
        }

        if (System.Text.Encoding.UTF8.GetByteCount(local) + 1 + domain.Length > LongestAddress)
        {
            reason = "it is longer than 254 characters";
            return false;
        }

        address = new EmailAddress(local, domain);
        return true;
    }

    /// <summary>A domain in lowercase with A-labels, as it stands in SMTP and in headers.</summary>
    public static bool TryNormaliseDomain(string domain, out string normalised, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(domain);
        normalised = "";
        reason = null;
        if (domain.StartsWith('[') && domain.EndsWith(']'))
        {
            normalised = domain.ToLowerInvariant();
            reason = IsAddressLiteral(normalised[1..^1]) ? null : "what stands in brackets is not an IP address";
            return reason is null;
        }

        reason = RefuseDomain(domain);
        if (reason is not null)
        {
            return false;
        }

        try
        {
            normalised = Idn.GetAscii(domain.ToLowerInvariant());
            return true;
        }
        catch (ArgumentException)
        {
            reason = "its domain has a label that DNS does not allow";
            return false;
        }
    }

    private static string? RefuseLocalPart(string local) => local switch
    {
        "" => "nothing stands before the @",
        ['.', ..] or [.., '.'] => "its local part starts or ends with a dot",
        _ when local.Contains("..", StringComparison.Ordinal) => "it has two dots in a row",
        _ when local.Contains('@') => "it has more than one @",
        _ when System.Text.Encoding.UTF8.GetByteCount(local) > LongestLocalPart => "its local part is longer than 64 characters",
        _ when local.FirstOrDefault(c => !IsAtomCharacter(c) && c != '.') is var bad and not '\0' =>
            char.IsControl(bad) || char.IsWhiteSpace(bad) ? "it has a space or control character in it" : $"its local part has the character {bad}",
        _ when local.Contains('\0') => "it has a space or control character in it",
        _ => null,
    };

    private static string? RefuseDomain(string domain)
    {
        if (domain.Length == 0)
        {
            return "nothing stands after the @";
        }

        // Under invariant globalisation nothing composes them, so the A-label would be another domain's.
        if (domain.Any(c => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark && c is >= '\u0300' and <= '\u036F'))
        {
            return "its domain is written with separate accents: type the accented letters as one character each";
        }

        if (domain.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return "it has a space or control character in it";
        }

        return domain.Contains('.') ? null : "its domain has no dot";
    }

    private static bool IsAtomCharacter(char c) =>
        c > '\u007F' ? !char.IsControl(c) && !char.IsWhiteSpace(c) && !IsPrivateUse(c) : char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c);

    private static bool IsPrivateUse(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.Format;

    private static bool IsAddressLiteral(string text) => text.StartsWith("ipv6:", StringComparison.Ordinal)
        ? IPAddress.TryParse(text["ipv6:".Length..], out var six) && six.AddressFamily == AddressFamily.InterNetworkV6
        : text.Count(c => c == '.') == 3 && IPAddress.TryParse(text, out _);
}
