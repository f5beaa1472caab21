using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Parts;

/// <summary>
/// Finds steps in the lives of register entries where a sentence says plainly which id took which step: the words of one event of the
/// register, and of no other, stand behind the id, or before it together with a word for a decision. Titles are taken where they stand
/// in quotation marks behind the id.
/// </summary>
internal sealed partial class ModificationFinder(IEnumerable<Register> registers, DateFinder dates, IssueDraft draft)
{
    private readonly List<(Register Register, IdPattern Pattern)> registers =
        [.. registers.Select(r => (r, IdPattern.Parse(r.Pattern)!)).Where(r => r.Item2 is not null)];

    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    public void Read(string sentence)
    {
        foreach (var (register, pattern) in registers)
        {
            var ids = pattern.In(sentence);
            for (var i = 0; i < ids.Length; i++)
            {
                var group = i;
                while (i + 1 < ids.Length && Joint().IsMatch(sentence[ids[i].End..ids[i + 1].Start]))
                {
                    i++;
                }

                var behind = sentence[ids[i].End..(i + 1 < ids.Length ? ids[i + 1].Start : sentence.Length)];
                var before = sentence[..ids[group].Start];
                for (var member = group; member <= i; member++)
                {
                    Add(register, sentence[ids[member].Start..ids[member].End], before, behind);
                }
            }
        }
    }

    /// <summary>Gives the steps their titles, wherever these were found.</summary>
    public void Finish()
    {
        for (var i = 0; i < draft.Modifications.Count; i++)
        {
            if (titles.TryGetValue(draft.Modifications[i].Id, out var title))
            {
                draft.Modifications[i] = draft.Modifications[i] with { Title = title };
            }
        }
    }

    private void Add(Register register, string id, string before, string behind)
    {
        var title = Quoted().Match(behind);
        if (title.Success)
        {
            titles.TryAdd(id, title.Groups[1].Value.Trim());
            behind = behind[title.Length..];
        }

        if (EventIn(register, behind) is { } later)
        {
            Keep(id, later, DateOf(behind));
        }
        else if (Decided().IsMatch(before) && EventIn(register, before) is { } earlier)
        {
            Keep(id, earlier, null);
            if (Outcome().Match(before) is { Success: true } outcome && earlier.Contains("board", StringComparison.Ordinal))
            {
                var word = outcome.Value.StartsWith("appr", StringComparison.OrdinalIgnoreCase) ? "approved" : "rejected";
                draft.Decisions.Add(new FoundDecision(earlier, word, id, null, null));
            }
        }
    }

    // Of two steps at a time only one can be meant, and which one is for a person to say.
    private static string? EventIn(Register register, string text)
    {
        var found = register.Events
            .Where(e => Regex.IsMatch(text, EventWords(e), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            .Select(e => e.Id)
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static string EventWords(RegisterEvent step) =>
        $@"\b{string.Join(@"[\s-]+", (step.Name ?? step.Id).Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape))}s?\b";

    private LocalDate? DateOf(string behind) =>
        dates.In(behind) is [var only] && behind[..only.Start].TrimEnd().EndsWith(" on", StringComparison.Ordinal) ? only.Date : null;

    private void Keep(string id, string step, LocalDate? date)
    {
        var known = draft.Modifications.FindIndex(m => m.Id == id && m.Event == step);
        if (known < 0)
        {
            draft.Modifications.Add(new FoundModification(id, step, null, date));
        }
        else
        {
            draft.Modifications[known] = draft.Modifications[known] with { Date = draft.Modifications[known].Date ?? date };
        }
    }

    [GeneratedRegex(@"^\s*(,|and|&|or|/|,\s*and)\s*$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Joint();

    [GeneratedRegex("""^\s*[‘'“"]\s*([^’”"]{3,200}?)\s*[’'”"](?!\w)""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(approv|reject|vot|agre|decid|refer|withdr|rais|implement)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Decided();

    [GeneratedRegex(@"\b(approve|approved|reject|rejected)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Outcome();
}
