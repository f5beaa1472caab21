using System.Collections.Immutable;

namespace SecPress.Mailing.Ledger;

/// <summary>
/// Who was sent what. Its key is issue, revision and address; its invariant is that a copy leaves <see cref="DeliveryState.Sending"/>
/// for a state that allows another attempt only when no server can have taken it. Times are the store's own clock's.
/// </summary>
public interface ILedger
{
    /// <summary>
    /// Takes the right to send. A store for one sender settles what a killed one left behind (claimed to pending, sending to unknown)
    /// and answers null while another holds it. Disposing the turn gives it back.
    /// </summary>
    Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken = default);

    /// <summary>Seals an edition and freezes its audience in one transaction, or finds the one begun before.</summary>
    Task<SealResult> SealAsync(SealRequest request, CancellationToken cancellationToken = default);

    /// <summary>Settles leases that ran out, then takes up to <paramref name="count"/> copies that are due. Empty when none is.</summary>
    /// <param name="editionId">The sealed edition.</param>
    /// <param name="owner">Who takes them, for a person who looks into the store.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops before anything is taken.</param>
    Task<ImmutableArray<Claim>> ClaimAsync(long editionId, string owner, int count, CancellationToken cancellationToken = default);

    /// <summary>Makes all moves in one durable transaction, in order; the answer has one result for each.</summary>
    Task<ImmutableArray<StepResult>> ApplyAsync(IReadOnlyList<DeliveryStep> steps, CancellationToken cancellationToken = default);

    /// <summary>How far the newest edition of an issue is, marked finished once it is; null when none was begun.</summary>
    Task<EditionStatus?> StatusAsync(string issue, CancellationToken cancellationToken = default);

    /// <summary>Copies in any of the states, by address.</summary>
    IAsyncEnumerable<Delivery> ListAsync(long editionId, ImmutableArray<DeliveryState> states, CancellationToken cancellationToken = default);

    /// <summary>Everything that happened to the copies of an edition, in order.</summary>
    IAsyncEnumerable<DeliveryEvent> EventsAsync(long editionId, CancellationToken cancellationToken = default);
}
