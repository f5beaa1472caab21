using System.Collections.Immutable;
using SecPress.Content.Documents;
using SecPress.Content.Schemas;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Content.Issues;

/// <summary>Reads <c>committees</c>, and <c>panel</c>, which is short for the entry of that id.</summary>
internal sealed class CommitteeReader(SourceFile file, SiteSettings settings, DocumentParser documents, DiagnosticBag diagnostics)
{
    public ImmutableArray<CommitteeUpdate> Read(MapReader issue)
    {
        var updates = ImmutableArray.CreateBuilder<CommitteeUpdate>();
        var taken = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        if (issue.Map("panel") is { } panel)
        {
            if (settings.FindCommittee("panel") is { } committee)
            {
                taken.Add("panel", issue.SpanOf("panel"));
                updates.Add(Update(panel, committee));
            }
            else
            {
                diagnostics.Add(
                    ContentRules.UnknownName, file.At(FirstCharacter(panel.Span)), "no committee has the id 'panel'", "Add one to committees in site.yml.");
            }
        }

        foreach (var entry in issue.Maps("committees"))
        {
            if (entry.Text("id") is not { } id)
            {
                continue;
            }

            if (Find(id, entry.SpanOf("id")) is not { } committee)
            {
                continue;
            }

            if (taken.TryAdd(id, entry.SpanOf("id")))
            {
                updates.Add(Update(entry, committee));
            }
            else
            {
                diagnostics.Add(
                    ContentRules.Duplicate,
                    file.At(entry.SpanOf("id")),
                    $"the committee '{id}' is given twice",
                    $"Put both into one; the other is on line {file.PositionOf(taken[id].Start).Line}.");
            }
        }

        return updates.ToImmutable();
    }

    /// <summary>A committee of the site; null, with a finding, when there is none of that id.</summary>
    public Committee? Find(string id, TextSpan at)
    {
        if (settings.FindCommittee(id) is { } committee)
        {
            return committee;
        }

        var ids = settings.Committees.Select(c => c.Id);
        diagnostics.Add(
            ContentRules.UnknownName,
            file.At(at),
            $"no committee has the id '{id}'",
            $"Use an id from committees in site.yml.{Suggestion.DidYouMean(id, ids)}");
        return null;
    }

    private CommitteeUpdate Update(MapReader map, Committee committee) => new()
    {
        Committee = committee,
        Met = map.Date("met"),
        Next = [.. NextMeetings(map).OrderBy(m => m.Date)],
        Headlines = LinkReader.Link(map, "headlines"),
        Minutes = LinkReader.Link(map, "minutes"),
        Links = LinkReader.Links(map, "links"),
        Items = [.. map.ScalarsOf("items").Select(documents.ParseBlocks).Where(d => !d.IsEmpty)],
        Seats = [.. map.Maps("seats").Select(Seat).OfType<Seat>()],
        Span = map.Span,
    };

    private static IEnumerable<NextMeeting> NextMeetings(MapReader map)
    {
        foreach (var node in (map.Node("next") as YamlList)?.Items ?? [])
        {
            if (node is YamlScalar scalar && Scalars.Date(scalar.Value) is { } day)
            {
                yield return new NextMeeting(day, "", scalar.Span);
            }
        }

        foreach (var entry in map.Maps("next"))
        {
            if (entry.Date("date") is { } date)
            {
                yield return new NextMeeting(date, entry.Text("purpose") ?? "", entry.Span);
            }
        }
    }

    private Seat? Seat(MapReader map)
    {
        if (map.Text("category") is not { } category)
        {
            return null;
        }

        var (holder, vacant) = (map.Text("holder"), map.Boolean("vacant") ?? false);
        if (vacant == (holder is not null))
        {
            diagnostics.Add(
                ContentRules.BadValue,
                file.At(map.SpanOf("category")),
                vacant ? $"the seat '{category}' is vacant and has a holder" : $"the seat '{category}' has neither a holder nor is it vacant",
                "Write either 'holder: …' or 'vacant: true'.");
        }

        return new Seat(category, vacant ? null : holder, map.Boolean("re-appointed") ?? false, map.Span);
    }

    private static TextSpan FirstCharacter(TextSpan span) => span with { End = span.Start + 1 };
}
