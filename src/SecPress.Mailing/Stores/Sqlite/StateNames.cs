using System.Collections.Frozen;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>States as they stand in columns: their names in lowercase.</summary>
internal static class StateNames
{
    private static readonly FrozenDictionary<string, DeliveryState> Deliveries = Enum.GetValues<DeliveryState>().ToFrozenDictionary(Of);
    private static readonly FrozenDictionary<string, SubscriberStatus> Subscribers = Enum.GetValues<SubscriberStatus>().ToFrozenDictionary(Of);

    public static string Of(DeliveryState state) => state.ToString().ToLowerInvariant();

    public static string Of(SubscriberStatus status) => status.ToString().ToLowerInvariant();

    public static DeliveryState Delivery(string name) => Deliveries[name];

    public static SubscriberStatus Subscriber(string name) => Subscribers[name];
}
