using SecPress.Content.Documents;
using SecPress.Content.Importing.Posts;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing;

/// <summary>
/// Sees to it that what an import writes is an issue that SecPress takes: parses it, and puts a backslash before what it refuses. Where
/// that does not do, the text stays as it is, as a block of code: nothing is lost, and somebody has to look at it.
/// </summary>
internal sealed class IssueFitter(SiteSettings settings)
{
    private const int MostRounds = 6;

    private readonly ProseRules prose = ProseRules.Of(settings);

    public string Fit(IssueDraft draft, string path, ImportNotes notes)
    {
        draft.Body = CutExcess(draft.Body, notes).TrimStart('\n');
        for (var round = 0; round < MostRounds; round++)
        {
            var text = DraftFileWriter.Write(draft);
            var errors = Errors(text, path, draft.IsPage);
            if (errors.Count == 0)
            {
                return text;
            }

            var bodyStart = text.Length - draft.Body.TrimEnd().Length - 1;
            var inHead = errors.Where(e => e.At is { } at && at.Range.Start < bodyStart).ToList();
            if (inHead.Count > 0)
            {
                DropParts(draft, inHead, notes);
            }
            else if (!Escape(draft, errors, bodyStart))
            {
                break;
            }
        }

        notes.Look(0, "SecPress cannot read this text; it stands in the issue as a block of code, for you to mend");
        draft.Body = Blocks.DraftMarkdownWriter.Write([new Blocks.DraftCode(0, draft.Body)]);
        return DraftFileWriter.Write(draft);
    }

    private List<Diagnostic> Errors(string text, string path, bool isPage)
    {
        var bag = new DiagnosticBag();
        var content = new ContentFile(new SourceFile("content/" + path, text), Path.GetFileNameWithoutExtension(path), []);
        if (isPage)
        {
            new PageParser(prose, bag).Parse(content);
        }
        else
        {
            new IssueParser(settings, prose, bag).Parse(content);
        }

        return [.. bag.ToSorted().Where(d => d.Severity == Severity.Error)];
    }

    private static bool Escape(IssueDraft draft, List<Diagnostic> errors, int bodyStart)
    {
        var edits = new TextEdits();
        foreach (var at in errors.Where(e => e.At is not null).Select(e => e.At!.Value.Range.Start - bodyStart).Distinct())
        {
            if (at >= 0 && at < draft.Body.Length && char.IsAscii(draft.Body[at]) && !char.IsLetterOrDigit(draft.Body[at]) && !char.IsWhiteSpace(draft.Body[at])
                && (at == 0 || draft.Body[at - 1] != '\\'))
            {
                edits.Insert(at, "\\");
            }
        }

        draft.Body = edits.Apply(draft.Body);
        return !edits.IsEmpty;
    }

    private static void DropParts(IssueDraft draft, List<Diagnostic> errors, ImportNotes notes)
    {
        var lost = DraftFileWriter.Write(draft).Split('\n').TakeWhile((line, i) => i == 0 || line != "---").Skip(1);
        notes.Look(0, $"front matter that did not fit was left out ({errors[0].Message}); it was", string.Join(" / ", lost));
        draft.Tags.Clear();
        draft.Aliases.Clear();
        draft.Image = null;
        draft.Highlights.Clear();
        draft.Committees.Clear();
        draft.Modifications.Clear();
        draft.Consultations.Clear();
        draft.Decisions.Clear();
        draft.Accessions.Clear();
        draft.Calendar.Clear();
    }

    // Text without spaces or empty lines for pages on end is no newsletter's; it is what is embedded in one.
    private static string CutExcess(string body, ImportNotes notes)
    {
        while (TextLimits.FindExcess(body) is { } excess)
        {
            var end = excess.Start;
            while (end < body.Length && !char.IsWhiteSpace(body[end]) && body[end] < '\u0080')
            {
                end++;
            }

            if (end - excess.Start < 1000)
            {
                var split = body.LastIndexOfAny([' ', '\n'], Math.Min(body.Length - 1, excess.Start + (128 * 1024)));
                body = split <= excess.Start ? body[..excess.Start] : body[..split].TrimEnd() + "\n\n" + body[split..].TrimStart();
                continue;
            }

            notes.Left(body.AsSpan(0, excess.Start).Count('\n') + 1, "a word of thousands of characters was left out", body[excess.Start..end]);
            body = body[..excess.Start] + body[end..];
        }

        return body;
    }
}
