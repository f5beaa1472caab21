using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Model.Sites;

/// <summary>
/// Template texts by name, such as <c>web/issue.html</c>. A site's own file takes the place of the built-in one of the same name.
/// </summary>
public sealed class TemplateSet
{
    private readonly FrozenDictionary<string, SourceFile> files;

    public TemplateSet(IEnumerable<KeyValuePair<string, SourceFile>> files) =>
        this.files = files.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<string> Names => files.Keys.Order(StringComparer.Ordinal);

    public SourceFile? Find(string name) => files.GetValueOrDefault(name);
}

/// <summary>A file that is published as it is. <c>Path</c> is below the output folder; <c>Origin</c> names its source for messages.</summary>
public sealed record Asset(string Path, string Origin, ImmutableArray<byte> Bytes);
