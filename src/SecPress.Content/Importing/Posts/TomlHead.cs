using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace SecPress.Content.Importing.Posts;

/// <summary>Reads front matter in TOML (1.1): the top level, and what is in its tables by the last part of its name.</summary>
internal static class TomlHead
{
    public static PostHead Read(string toml, ImportNotes notes)
    {
        var document = SyntaxParser.Parse(toml);
        if (document.HasErrors)
        {
            notes.Look(1, $"the front matter is not sound TOML: {document.Diagnostics.First().Message}; what could be read of it was");
        }

        var pairs = document.KeyValues.Concat(document.Tables.SelectMany(t => t.Items.OfType<KeyValueSyntax>()));
        return new PostHead(pairs.Where(p => p.Key is not null).Select(p => KeyValuePair.Create(NameOf(p.Key!), TextsOf(p.Value, 0))));
    }

    private static string NameOf(KeySyntax key) => key.ToString().Trim().Split('.')[^1].Trim('"', '\'', ' ');

    private static List<string> TextsOf(SyntaxNode? value, int depth) => value switch
    {
        StringValueSyntax text => [text.Value ?? ""],
        ArraySyntax array when depth < 8 => [.. array.Items.SelectMany(i => TextsOf(i.Value, depth + 1))],
        null => [],
        _ => [value.ToString().Trim()],
    };
}
