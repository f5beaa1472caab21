using System.Collections.Immutable;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Diagnostics;

namespace SecPress.Mailing;

public enum SendOutcome
{
    /// <summary>Everyone of the audience is accounted for.</summary>
    Complete,

    /// <summary>Something is left: deferred, unknown, or sending stopped. Sending again goes on from there.</summary>
    Incomplete,

    /// <summary>Nothing was sent; the diagnostics say why.</summary>
    Refused,
}

/// <summary>How a run of sending ended.</summary>
/// <param name="Outcome">In one word.</param>
/// <param name="Status">How far the edition is now; null when none was begun.</param>
/// <param name="Diagnostics">What a person should mend, errors and warnings.</param>
public sealed record SendReport(SendOutcome Outcome, EditionStatus? Status, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Copies settled in this run, of those that waited when it began; a <c>Total</c> of 0 is not known.</summary>
public readonly record struct SendProgress(int Done, int Total);

/// <summary>What became of one test message: <c>Reply</c> is the server's answer or the reason.</summary>
public sealed record TestDelivery(EmailAddress Address, bool Accepted, string Reply);

/// <summary>How a test ended; no delivery when the diagnostics hold an error.</summary>
public sealed record TestReport(ImmutableArray<TestDelivery> Deliveries, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>How a rehearsal ended: files written, nobody mailed.</summary>
public sealed record RehearsalReport(int Messages, string Folder, ImmutableArray<Diagnostic> Diagnostics);
