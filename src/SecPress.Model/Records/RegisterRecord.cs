using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>A register with its entries, by id.</summary>
public sealed class RegisterRecord
{
    private readonly FrozenDictionary<string, RegisterEntry> byId;

    internal RegisterRecord(Register register, ImmutableArray<RegisterEntry> entries)
    {
        Register = register;
        Entries = entries;
        byId = entries.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
    }

    public Register Register { get; }

    public ImmutableArray<RegisterEntry> Entries { get; }

    public RegisterEntry? Find(string id) => byId.GetValueOrDefault(id);
}
