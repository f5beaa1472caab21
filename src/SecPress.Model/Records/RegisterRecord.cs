using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>A register with its entries, by id.</summary>
public sealed class RegisterRecord
{
    private readonly FrozenDictionary<string, RegisterEntry> byId;

    private readonly IdPattern? pattern;

    internal RegisterRecord(Register register, IdPattern? pattern, ImmutableArray<RegisterEntry> entries)
    {
        Register = register;
        Entries = entries;
        this.pattern = pattern;
        byId = entries.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
        Open = entries.Count(e => e.State == EntryState.Open);
        Done = entries.Count(e => e.State == EntryState.Done);
        Stopped = entries.Count(e => e.State == EntryState.Stopped);
    }

    public Register Register { get; }

    public ImmutableArray<RegisterEntry> Entries { get; }

    /// <summary>How many entries are on their way.</summary>
    public int Open { get; }

    /// <summary>How many came to what they were meant to.</summary>
    public int Done { get; }

    /// <summary>How many ended without.</summary>
    public int Stopped { get; }

    /// <summary>How many were spoken of without a step being reported.</summary>
    public int Mentioned => Entries.Length - Open - Done - Stopped;

    public RegisterEntry? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The entries that a plain text names, each once.</summary>
    public IEnumerable<RegisterEntry> EntriesIn(string text) =>
        IdsIn(text, pattern).Select(Find).OfType<RegisterEntry>();

    internal static IEnumerable<string> IdsIn(string text, IdPattern? pattern) =>
        (pattern?.In(text) ?? []).Select(place => text[place.Start..place.End]).Distinct(StringComparer.Ordinal);

    /// <summary>The entries before and after one, by id.</summary>
    public (RegisterEntry? Before, RegisterEntry? After) Neighbours(RegisterEntry entry)
    {
        var at = Entries.BinarySearch(entry, ById);
        return (at > 0 ? Entries[at - 1] : null, at >= 0 && at + 1 < Entries.Length ? Entries[at + 1] : null);
    }

    private static readonly Comparer<RegisterEntry> ById = Comparer<RegisterEntry>.Create((a, b) => string.CompareOrdinal(a.Id, b.Id));
}
