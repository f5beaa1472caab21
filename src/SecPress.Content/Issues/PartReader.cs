using System.Collections.Immutable;
using SecPress.Content.Documents;
using SecPress.Content.Schemas;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Content.Issues;

/// <summary>Reads the typed parts of front matter. An entry that lacks what it cannot be without is left out; it has been reported.</summary>
internal sealed class PartReader(
    SourceFile file, SiteSettings settings, ProseRules rules, DocumentParser documents, DiagnosticBag diagnostics)
{
    public static ImmutableArray<Revision> Revisions(MapReader issue) =>
    [
        .. issue.Maps("revisions")
            .Where(r => r.Date("date") is not null && r.Text("note") is not null)
            .Select(r => new Revision(
                r.Date("date")!.Value, r.Text("note")!, [.. r.Texts("sections").Select(s => s.TrimStart('#'))], r.Span))
            .OrderByDescending(r => r.Date),
    ];

    public ImmutableArray<Highlight> Highlights(MapReader issue)
    {
        var highlights = ImmutableArray.CreateBuilder<Highlight>();
        foreach (var entry in issue.Maps("highlights"))
        {
            if (entry.Text("colour") is not { } colour || entry.Scalar("text") is not { } text)
            {
                continue;
            }

            if (!settings.Theme.Colours.IsEmpty && !settings.Theme.Colours.ContainsKey(colour))
            {
                diagnostics.Add(
                    ContentRules.UnknownName,
                    file.At(entry.SpanOf("colour")),
                    $"the theme has no colour '{colour}'",
                    $"Use one of {string.Join(", ", settings.Theme.Colours.Keys)}, or add it to theme in site.yml.{Suggestion.DidYouMean(colour, settings.Theme.Colours.Keys)}");
            }

            highlights.Add(new Highlight(colour, new InlineText(documents.ParseLine(text), text.Span), entry.Reference("section"), entry.Span));
        }

        return highlights.ToImmutable();
    }

    public ImmutableArray<ModificationStep> Modifications(MapReader issue)
    {
        var steps = ImmutableArray.CreateBuilder<ModificationStep>();
        foreach (var entry in issue.Maps("modifications"))
        {
            if (entry.Text("id") is not { } id || RegisterOf(id, entry.SpanOf("id")) is not { } register || entry.Text("event") is not { } step)
            {
                continue;
            }

            if (!register.Events.IsEmpty && register.FindEvent(step) is null)
            {
                diagnostics.Add(
                    ContentRules.UnknownName,
                    file.At(entry.SpanOf("event")),
                    $"the register '{register.Id}' has no event '{step}'",
                    $"Use one of {string.Join(", ", register.Events.Select(e => e.Id))}.{Suggestion.DidYouMean(step, register.Events.Select(e => e.Id))}");
            }

            steps.Add(new ModificationStep(
                id, register.Id, entry.Text("title"), step, entry.Date("date"), entry.Text("by"), entry.Reference("link"), entry.Span));
        }

        return steps.ToImmutable();
    }

    public ImmutableArray<Consultation> Consultations(MapReader issue)
    {
        var consultations = ImmutableArray.CreateBuilder<Consultation>();
        foreach (var entry in issue.Maps("consultations"))
        {
            if (entry.Text("title") is not { } title)
            {
                continue;
            }

            var (opened, closes) = (entry.Date("opened"), entry.Date("closes"));
            if (closes < opened)
            {
                diagnostics.Add(
                    ContentRules.BadDate, file.At(entry.SpanOf("closes")), "the consultation closes before it opens", "Mend one of the two dates.");
            }

            ConsultationStatus? status = entry.Text("status") switch
            {
                "open" => ConsultationStatus.Open,
                "closed" => ConsultationStatus.Closed,
                "withdrawn" => ConsultationStatus.Withdrawn,
                _ => null,
            };
            consultations.Add(new Consultation(title, entry.Text("issuer") ?? "", opened, closes, entry.Reference("link"), status, entry.Span));
        }

        return consultations.ToImmutable();
    }

    public ImmutableArray<Decision> Decisions(MapReader issue)
    {
        var decisions = ImmutableArray.CreateBuilder<Decision>();
        foreach (var entry in issue.Maps("decisions"))
        {
            if (entry.Text("body") is not { } body || entry.Text("outcome") is not { } outcome)
            {
                continue;
            }

            var refersTo = entry.Text("refers-to");
            if (refersTo is not null)
            {
                RegisterOf(refersTo, entry.SpanOf("refers-to"));
            }

            var referral = entry.Map("referral") is { } map ? new Referral(map.Integer("working-days"), map.Date("deadline"), map.Span) : null;
            decisions.Add(new Decision(
                body, settings.FindCommittee(body)?.Name ?? body, entry.Date("date"), outcome, refersTo, referral, entry.Span));
        }

        return decisions.ToImmutable();
    }

    public static PartyCount Accessions(MapReader map) => new(
        map.Integer("previous"),
        map.Integer("current"),
        map.Integer("acceded"),
        map.Integer("withdrawn"),
        map.Integer("expelled"),
        map.Integer("panel-changes"),
        map.Span);

    public ImmutableArray<CalendarEntry> Calendar(MapReader issue)
    {
        var committees = new CommitteeReader(file, settings, documents, diagnostics);
        var entries = ImmutableArray.CreateBuilder<CalendarEntry>();
        foreach (var entry in issue.Maps("calendar"))
        {
            var committee = entry.Text("committee") is { } id ? committees.Find(id, entry.SpanOf("committee")) : null;
            var (start, end) = (entry.Time("start"), entry.Time("end"));
            if (end is not null && (start is null || end <= start))
            {
                diagnostics.Add(
                    ContentRules.BadDate,
                    file.At(entry.SpanOf("end")),
                    start is null ? "there is an end and no start" : "it ends before it starts",
                    start is null ? "Add 'start: …', or take the end out." : "Mend one of the two times.");
            }

            if (entry.Date("date") is { } date && entry.Text("title") is { } title)
            {
                entries.Add(new CalendarEntry(
                    date, start, end, title, committee, entry.Integer("number"), entry.Text("location"), entry.Reference("link"), entry.Span));
            }
        }

        return entries.ToImmutable();
    }

    public ImmutableArray<KeyDate> KeyDates(MapReader issue) =>
    [
        .. issue.Maps("key-dates")
            .Where(k => k.Date("date") is not null && k.Scalar("text") is not null)
            .Select(k => new KeyDate(
                k.Date("date")!.Value, new InlineText(documents.ParseLine(k.Scalar("text")!), k.SpanOf("text")), k.Span)),
    ];

    private Register? RegisterOf(string id, TextSpan at)
    {
        if (rules.RegisterFinder.RegisterOf(id) is { } register)
        {
            return settings.Registers.First(r => r.Id == register);
        }

        diagnostics.Add(
            ContentRules.UnknownName,
            file.At(at),
            $"'{id}' is no id of a register",
            settings.Registers.IsEmpty
                ? "Add a register to site.yml: an id, a pattern such as SECMP\\d{4}, and its events."
                : $"Ids look like this: {string.Join(", ", settings.Registers.Select(r => r.Pattern))}.");
        return null;
    }
}
