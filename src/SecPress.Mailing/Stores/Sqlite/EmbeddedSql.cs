using System.Reflection;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>The <c>.sql</c> files beside this class, which the program embeds under their path below <c>Stores/</c>.</summary>
internal static class EmbeddedSql
{
    private const string Folder = "Sqlite/";
    private static readonly Assembly Home = typeof(EmbeddedSql).Assembly;

    public static string Read(string file)
    {
        using var stream = Home.GetManifestResourceStream(Folder + file)
            ?? throw new InvalidOperationException($"The program carries no {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Numbered migrations in order: <c>0001-what.sql</c> is version 1.</summary>
    public static IEnumerable<(int Version, string File)> Migrations() => Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder + "Migrations/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => name[Folder.Length..])
        .Select(file => (int.Parse(Path.GetFileName(file).AsSpan(0, 4)), file));
}
