using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Mailing;

/// <summary>What can be wrong with delivery that a person can mend.</summary>
public static class DeliveryRules
{
    public static readonly Rule NoSender = new("SP501", Severity.Error, "No From address for the email edition");
    public static readonly Rule NoRelayPassword = new("SP502", Severity.Error, "The relay's password is not set");
    public static readonly Rule NoUnsubscribeUrl = new("SP503", Severity.Warning, "No address for unsubscribing");
    public static readonly Rule NoSubscribers = new("SP504", Severity.Error, "Nobody to send to");
    public static readonly Rule EditionChanged = new("SP505", Severity.Error, "The edition changed since sending began");
    public static readonly Rule AnotherSender = new("SP506", Severity.Error, "Another send is at work on this store");
    public static readonly Rule RelayRefused = new("SP507", Severity.Error, "The relay does not take our mail");
    public static readonly Rule MessageRefused = new("SP508", Severity.Error, "Several domains refuse the message itself");
    public static readonly Rule UnfitForDraft = new("SP509", Severity.Error, "A draft is never sent");
    public static readonly Rule StoreNewer = new("SP510", Severity.Error, "The store is newer than the program");
    public static readonly Rule StoreUnsupported = new("SP511", Severity.Error, "This kind of store is not supported yet");
    public static readonly Rule StoreUnavailable = new("SP512", Severity.Error, "The store cannot be opened");
    public static readonly Rule UnreadableList = new("SP513", Severity.Error, "The list of subscribers cannot be read");
    public static readonly Rule BadStoreSetting = new("SP514", Severity.Error, "The store is not named rightly");
    public static readonly Rule BeforeItsTime = new("SP515", Severity.Error, "An issue is not sent before its time");
    public static readonly Rule NoSpf = new("SP520", Severity.Warning, "The sender's domain has no SPF record");
    public static readonly Rule BadSpf = new("SP521", Severity.Error, "The SPF record does not work");
    public static readonly Rule BadDkimKey = new("SP522", Severity.Error, "The DKIM key cannot be used");
    public static readonly Rule NoDkimRecord = new("SP523", Severity.Error, "The DKIM key is not published");
    public static readonly Rule DkimMismatch = new("SP524", Severity.Error, "The published DKIM key is another one");
    public static readonly Rule NoDmarc = new("SP525", Severity.Warning, "The sender's domain has no DMARC record");
    public static readonly Rule BadDmarc = new("SP526", Severity.Error, "The DMARC record does not work");
    public static readonly Rule NoDnsAnswer = new("SP527", Severity.Warning, "The domain name system does not answer");
    public static readonly Rule InsecureRelay = new("SP528", Severity.Warning, "The password crosses the network in the clear");
    public static readonly Rule ShortSecret = new("SP529", Severity.Warning, "The secret of the publication is short");

    public static ImmutableArray<Rule> All =>
    [
        NoSender, NoRelayPassword, NoUnsubscribeUrl, NoSubscribers, EditionChanged, AnotherSender, RelayRefused, MessageRefused,
        UnfitForDraft, StoreNewer, StoreUnsupported, StoreUnavailable, UnreadableList, BadStoreSetting, BeforeItsTime,
        NoSpf, BadSpf, BadDkimKey, NoDkimRecord, DkimMismatch, NoDmarc, BadDmarc, NoDnsAnswer, InsecureRelay, ShortSecret,
    ];
}
