using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using SecPress.Model.Settings;

namespace SecPress.Content.Documents;

/// <summary>
/// Reads definitions of the form <c>*[HTML]: Hypertext Markup Language</c>. Only the definitions: the words themselves are found with
/// the site's acronyms, in the same pass and by the same rules.
/// </summary>
internal sealed class AbbreviationDefinitionParser : BlockParser
{
    private static readonly object DataKey = typeof(AbbreviationDefinitionParser);

    public AbbreviationDefinitionParser() => OpeningCharacters = ['*'];

    public static IReadOnlyList<Acronym> DefinitionsOf(MarkdownDocument document) => document.GetData(DataKey) as List<Acronym> ?? [];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || line.PeekChar() != '[')
        {
            return BlockState.None;
        }

        line.NextChar();
        if (!LinkHelper.TryParseLabel(ref line, out var label) || line.CurrentChar != ':')
        {
            return BlockState.None;
        }

        line.SkipChar();
        line.Trim();
        if (line.IsEmpty)
        {
            return BlockState.None;
        }

        if (processor.Document.GetData(DataKey) is not List<Acronym> definitions)
        {
            definitions = [];
            processor.Document.SetData(DataKey, definitions);
        }

        definitions.Add(new Acronym(label, line.ToString()));
        return BlockState.BreakDiscard;
    }
}
