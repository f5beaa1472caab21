using System.Collections.Immutable;
using Scriban.Runtime;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>An entry of a register: where it stands, how it came there, and who said so.</summary>
internal static class RegisterEntryContent
{
    // What a long life fills beyond these stays in the issues.
    private const int MostEvents = 80;
    private const int MostIssues = 60;

    public static PageContent Of(PageContext context, RegisterEntryPage page)
    {
        var entry = page.Entry;
        var (publication, labels) = (context.Publication, context.Labels);
        var record = publication.Records.Registers.First(r => r.Register.Id == entry.Register.Id);
        var (before, after) = record.Neighbours(entry);
        var speaking = entry.Mentions.GroupBy(m => m.Issue).ToList();
        var view = Head(context, entry);
        void Add(string name, object? value) => view.SetValue(name, value, readOnly: false);
        Add("register", View.Of(
            ("name", Names.Of(entry.Register)),
            ("url", context.Links.ToPath(RegisterPage.PathOf(publication.Settings.Addresses, entry.Register)))));
        Add("documents_url", entry.Link is var (issue, link) ? context.LinksOf(issue).Href(link.Url) : null);
        Add("open", View.List(entry.OpenOn(publication.Today).Select(o => Item(context, entry, o.Item))));
        Add("path", View.List(EntryPath.Of(entry).Select(s => View.Of(
            ("name", Names.OfEvent(labels, entry.Register, s.Event.Id)),
            ("state", s.State.ToString().ToLowerInvariant()),
            ("kind", KindOf(s.Event.State)),
            ("date", s.Reached)))));
        Add("events", View.List(entry.Timeline.TakeLast(MostEvents).Select(t => Item(context, entry, t))));
        Add("earlier_events", Math.Max(0, entry.Timeline.Length - MostEvents));
        Add("mentions", View.List(speaking.Take(MostIssues).Select(g => Mention(context, g.Key, [.. g]))));
        Add("earlier_mentions", Math.Max(0, speaking.Count - MostIssues));
        Add("before", before is null ? null : Neighbour(context, before));
        Add("after", after is null ? null : Neighbour(context, after));
        return new PageContent(
            "web/register-entry.html", NameOf(entry), labels.Format("entry.description", NameOf(entry)), View.Of(("entry", view)));
    }

    /// <summary>What stands at its top, and in the list of its register.</summary>
    public static ScriptObject Head(PageContext context, RegisterEntry entry) => View.Of(
        ("id", entry.Id),
        ("title", View.Text(entry.Title)),
        ("state", entry.State is { } state ? KindOf(state) : null),
        ("event", entry.Latest is { } step ? Names.OfEvent(context.Labels, entry.Register, step.Step.Event) : null),
        ("dated", entry.Latest?.IsDated ?? false),
        ("since", entry.Latest?.Date));

    private static string NameOf(RegisterEntry entry) => entry.Title is { Length: > 0 } title ? $"{entry.Id} {title}" : entry.Id;

    private static string KindOf(EntryState state) => state switch
    {
        EntryState.Done => "done",
        EntryState.Stopped => "stopped",
        _ => "open",
    };

    private static ScriptObject Neighbour(PageContext context, RegisterEntry entry) => View.Of(
        ("name", NameOf(entry)), ("url", context.Links.ToEntry(entry.Register.Id, entry.Id)));

    private static ScriptObject Mention(PageContext context, Issue issue, ImmutableArray<Section> sections)
    {
        var view = context.Listed(issue);
        view.SetValue("sections", View.List(sections.Select(s => Places.Of(context.Publication, s, context.Links))), readOnly: false);
        return view;
    }

    private static ScriptObject Item(PageContext context, RegisterEntry entry, TimelineItem item)
    {
        var step = (item as StepItem)?.Step;
        var decision = (item as DecisionItem)?.Decision;
        var consultation = (item as ConsultationItem)?.Consultation;
        var today = context.Publication.Today;
        var closed = consultation is { Status: ConsultationStatus.Closed } || consultation?.Closes < today;
        return View.Of(
            ("date", item.Date),
            ("dated", item.IsDated),
            ("place", Places.Of(context.Publication, item.Section, context.Links)),
            ("kind", step is not null ? "step" : decision is not null ? "decision" : "consultation"),
            ("name", step is not null
                ? Names.OfEvent(context.Labels, entry.Register, step.Event)
                : decision?.BodyName ?? consultation?.Title),
            ("by", View.Text(step?.By)),
            ("outcome", decision is null ? null : Names.OfOutcome(context.Labels, decision.Outcome)),
            ("referral_days", decision?.Referral?.WorkingDays),
            ("referral_deadline", decision?.Referral?.Deadline),
            ("referral_over", decision?.Referral?.Deadline < today),
            ("issuer", View.Text(consultation?.Issuer)),
            ("opened", consultation?.Opened),
            ("closes", consultation?.Closes),
            ("closed", closed),
            ("status", consultation is { Status: ConsultationStatus.Withdrawn } ? "withdrawn" : closed ? "closed" : "open"),
            ("url", consultation?.Link is { } link ? context.LinksOf(item.Issue).Href(link.Url) : null));
    }
}
