using System.Collections.Immutable;

namespace SecPress.Mailing.Subscribers;

/// <summary>Which column of a list holds what.</summary>
internal sealed record ListHeader(int Email, int? Name, int? Streams, int? Language, ImmutableArray<(int Column, string Name)> Fields, int Width)
{
    private static readonly string[] EmailNames = ["email", "e-mail", "email address", "e-mail address", "address", "mail"];
    private static readonly string[] NameNames = ["name", "full name"];
    private static readonly string[] StreamNames = ["streams", "stream"];
    private static readonly string[] LanguageNames = ["language", "lang"];

    /// <summary>A list of addresses alone.</summary>
    public static readonly ListHeader AddressesOnly = new(0, null, null, null, [], 1);

    /// <summary>Reads the first row; null with a reason when it names no address column.</summary>
    public static (ListHeader? Header, string? Refusal) Read(IReadOnlyList<string> row)
    {
        var names = row.Select(n => n.Trim()).ToArray();
        var lower = names.Select(n => n.ToLowerInvariant()).ToArray();
        if (lower.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return (null, $"two columns have the name {twice.Key}");
        }

        if (Find(lower, EmailNames) is not { } email)
        {
            return (null, $"no column has the name email; the first line has {string.Join(", ", names)}");
        }

        var (name, streams, language) = (Find(lower, NameNames), Find(lower, StreamNames), Find(lower, LanguageNames));
        var known = new[] { email, name, streams, language };
        var fields = names.Index().Where(n => n.Item.Length > 0 && !known.Contains(n.Index)).Select(n => (n.Index, lower[n.Index]));
        return (new ListHeader(email, name, streams, language, [.. fields], names.Length), null);
    }

    private static int? Find(string[] names, string[] accepted) =>
        accepted.Select(n => Array.IndexOf(names, n)).Where(i => i >= 0).Cast<int?>().FirstOrDefault();
}
