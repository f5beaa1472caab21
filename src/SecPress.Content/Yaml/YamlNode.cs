using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Yaml;

/// <summary>A node of a YAML text, with its place in the file that holds the text.</summary>
internal abstract record YamlNode(TextSpan Span)
{
    /// <summary>"a list", "a text": for messages.</summary>
    public abstract string Kind { get; }
}

internal enum YamlStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

internal sealed record YamlScalar(TextSpan At, string Value, YamlStyle Style) : YamlNode(At)
{
    public override string Kind => IsNull ? "nothing" : "a text";

    /// <summary>Nothing was written, or YAML's word for nothing.</summary>
    public bool IsNull => Style == YamlStyle.Plain && Value is ("" or "~" or "null");
}

internal sealed record YamlList(TextSpan At, ImmutableArray<YamlNode> Items) : YamlNode(At)
{
    public override string Kind => "a list";
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>A mapping; its keys differ.</summary>
internal sealed record YamlMap(TextSpan At, ImmutableArray<YamlEntry> Entries) : YamlNode(At)
{
    public override string Kind => "keys with values";

    public YamlNode? this[string key] => Entry(key)?.Value;

    public YamlEntry? Entry(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
            {
                return entry;
            }
        }

        return null;
    }
}
