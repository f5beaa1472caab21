using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;

namespace SecPress.Mailing.Stores;

/// <summary>One store: who is on the list, and who was sent what.</summary>
public interface IMailStore : IAsyncDisposable
{
    ISubscriberStore Subscribers { get; }

    ILedger Ledger { get; }
}
