using System.Globalization;
using System.Text;
using NodaTime;
using SecPress.Content.Drafts;

namespace SecPress.Content.Importing;

/// <summary>Writes a draft as a file: front matter, then the body.</summary>
internal static class DraftFileWriter
{
    public static string Write(IssueDraft draft)
    {
        var text = new StringBuilder("---\n");
        text.Append("title: ").Append(YamlText.Of(draft.Title)).Append('\n');
        Append(text, "summary", draft.Summary.Length > 0 ? YamlText.Of(draft.Summary) : null);
        if (draft is { IsPage: false, Sent: { } sent })
        {
            text.Append("sent: ").Append(YamlText.Of(sent));
            text.Append(draft.SentTime is { } time ? "T" + YamlText.Digits(time) : "").Append('\n');
        }

        Append(text, "draft", draft.IsDraft ? "true" : null);
        AppendFlow(text, "aliases", draft.Aliases);
        if (!draft.IsPage)
        {
            AppendFlow(text, "tags", draft.Tags);
            Append(text, "image", draft.Image is { } image ? YamlText.Of(image) : null);
            AppendParts(text, draft);
        }

        text.Append("---\n\n").Append(draft.Body.TrimStart('\n'));
        return text.ToString().TrimEnd() + "\n";
    }

    private static void AppendParts(StringBuilder text, IssueDraft draft)
    {
        AppendList(text, "highlights", draft.Highlights, h =>
            [("colour", YamlText.Of(h.Colour)), ("text", YamlText.Of(h.Text)), ("section", h.Section is { } section ? YamlText.Of(section) : null)]);
        AppendCommittees(text, draft);
        AppendList(text, "modifications", draft.Modifications, m =>
            [("id", YamlText.Of(m.Id)), ("title", Text(m.Title)), ("event", YamlText.Of(m.Event)), ("date", Date(m.Date))]);
        AppendList(text, "consultations", draft.Consultations, c =>
            [("title", YamlText.Of(c.Title)), ("issuer", Text(c.Issuer)), ("opened", Date(c.Opened)), ("closes", Date(c.Closes))]);
        AppendList(text, "decisions", draft.Decisions, d =>
            [("body", YamlText.Of(d.Body)), ("outcome", YamlText.Of(d.Outcome)), ("refers-to", YamlText.Of(d.RefersTo)), ("referral", Referral(d))]);
        if (draft.Accessions.Count > 0)
        {
            text.Append("accessions: ").Append(Flow(draft.Accessions.Values.Select(a => (a.Key, (string?)Number(a.Count))))).Append('\n');
        }

        AppendList(text, "calendar", draft.Calendar, m =>
        [
            ("date", YamlText.Of(m.Date)), ("start", m.Start is { } start ? YamlText.Of(start) : null), ("title", YamlText.Of(m.Title)),
            ("committee", Text(m.Committee)), ("number", m.Number is { } number ? Number(number) : null), ("location", Text(m.Location)),
        ]);
    }

    private static void AppendCommittees(StringBuilder text, IssueDraft draft)
    {
        if (draft.Committees.Count == 0)
        {
            return;
        }

        text.Append("committees:\n");
        foreach (var committee in draft.Committees)
        {
            var next = committee.Next.Count > 0 ? $"[{string.Join(", ", committee.Next.Select(YamlText.Of))}]" : null;
            if (committee.Seats.Count == 0)
            {
                text.Append("  - ").Append(Flow([("id", YamlText.Of(committee.Id)), ("met", Date(committee.Met)), ("next", next)])).Append('\n');
                continue;
            }

            text.Append("  - id: ").Append(YamlText.Of(committee.Id)).Append('\n');
            Append(text, "    met", Date(committee.Met));
            Append(text, "    next", next);
            text.Append("    seats:\n");
            foreach (var seat in committee.Seats)
            {
                text.Append("      - ").Append(Flow(
                [
                    ("category", YamlText.Of(seat.Category)), ("holder", Text(seat.Holder)), ("vacant", seat.Holder is null ? "true" : null),
                    ("re-appointed", seat.ReAppointed ? "true" : null),
                ])).Append('\n');
            }
        }
    }

    private static void AppendList<T>(StringBuilder text, string key, List<T> entries, Func<T, (string Key, string? Value)[]> pairsOf)
    {
        if (entries.Count > 0)
        {
            text.Append(key).Append(":\n");
            entries.ForEach(e => text.Append("  - ").Append(Flow(pairsOf(e))).Append('\n'));
        }
    }

    private static void AppendFlow(StringBuilder text, string key, List<string> values)
    {
        if (values.Count > 0)
        {
            text.Append(key).Append(": [").AppendJoin(", ", values.Select(YamlText.Of)).Append("]\n");
        }
    }

    private static void Append(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    private static string? Referral(Parts.FoundDecision decision) => decision is { WorkingDays: null, Deadline: null }
        ? null
        : Flow([("working-days", decision.WorkingDays is { } days ? Number(days) : null), ("deadline", Date(decision.Deadline))]);

    private static string Flow(IEnumerable<(string Key, string? Value)> pairs) =>
        $"{{ {string.Join(", ", pairs.Where(p => p.Value is not null).Select(p => $"{p.Key}: {p.Value}"))} }}";

    private static string? Text(string? text) => text is null ? null : YamlText.Of(text);

    private static string? Date(LocalDate? date) => date is { } day ? YamlText.Of(day) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
