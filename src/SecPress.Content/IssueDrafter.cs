using System.Collections.Immutable;
using System.Text;
using NodaTime;
using SecPress.Content.Drafts;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>What a new issue is to be, where it is not to be worked out.</summary>
/// <param name="Date">When it is to be sent.</param>
/// <param name="Title">Its headline; null for one like those before.</param>
/// <param name="Name">Its file's name without the extension; null for one like those before.</param>
public sealed record IssuePlan(LocalDate Date, string? Title = null, string? Name = null);

/// <summary>A new issue, and where what stands in it comes from.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Text">Its Markdown.</param>
/// <param name="Last">The issue before; null for the first.</param>
public sealed record IssueDraft(string Name, string Text, Issue? Last)
{
    public required int Committees { get; init; }

    /// <summary>The party count it starts from; null where the last issue has none.</summary>
    public required int? Parties { get; init; }

    /// <summary>Meetings that the last issue announced and that are still to come.</summary>
    public required int Announced { get; init; }

    /// <summary>Meetings that the rules of site.yml give.</summary>
    public required int ByRule { get; init; }

    /// <summary>Consultations that are still open, as comments.</summary>
    public required int Consultations { get; init; }

    /// <summary>Entries of registers that are still under way, as comments.</summary>
    public required int Entries { get; init; }
}

/// <summary>
/// Writes the Markdown of a new issue, filled in from the one before: committees with when they met and meet next, the party count to
/// start from, next month's meetings with running numbers, and the headings. It is a draft, and parses without an error.
/// </summary>
public static class IssueDrafter
{
    /// <summary>Whether a text can be the name of an issue's file.</summary>
    public static bool IsName(string text) => Schemas.Formats.SlugText.Accepts(text);

    /// <param name="site">The site to draft for.</param>
    /// <param name="plan">What the issue is to be.</param>
    public static IssueDraft Draft(Site site, IssuePlan plan)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(plan);
        var date = plan.Date;
        var last = site.Issues.Where(i => i.Sent < date).OrderBy(i => i.Sent).ThenBy(i => i.Slug, StringComparer.Ordinal).LastOrDefault();
        var names = new NamePattern(site, date);
        var meetings = new MeetingPlanner(site, last, date);
        var calendar = meetings.Calendar();
        var open = new OpenMatters(site, last, date);
        ImmutableArray<Committee> committees = last is null
            ? site.Settings.Committees
            : [.. last.Committees.Select(c => site.Settings.FindCommittee(c.Committee.Id)).OfType<Committee>()];

        var text = new StringBuilder("---\n");
        text.Append("title: ").Append(YamlText.Of(plan.Title ?? names.TitleAfter(last))).Append('\n');
        text.Append("summary:\n");
        text.Append("sent: ").Append(YamlText.Of(date));
        if (last?.SentTime is { } time)
        {
            text.Append('T').Append(YamlText.Digits(time));
        }

        text.Append("\ndraft: true\n");
        AppendStreams(text, site, last);
        AppendCommittees(text, committees, meetings);
        if (last?.Accessions?.Current is { } parties)
        {
            text.Append($"accessions: {{ previous: {parties}, current: {parties}, acceded: 0, withdrawn: 0, expelled: 0 }}\n");
        }

        AppendCalendar(text, calendar);
        open.AppendTo(text);
        text.Append("---\n");
        AppendBody(text, last, committees, hasCalendar: calendar.Count > 0);
        var announced = last?.Calendar.Count(e => e.Date > date) ?? 0;
        return new IssueDraft(plan.Name ?? names.NameAfter(last), text.ToString(), last)
        {
            Committees = committees.Length,
            Parties = last?.Accessions?.Current,
            Announced = announced,
            ByRule = calendar.Count - announced,
            Consultations = open.Consultations.Count,
            Entries = open.Steps.Count,
        };
    }

    private static void AppendStreams(StringBuilder text, Site site, Issue? last)
    {
        if (last is not null && !(last.EmailStreams is [var only] && only == site.Settings.Streams[0].Id))
        {
            text.Append("email: { streams: [").AppendJoin(", ", last.EmailStreams.Select(YamlText.Of)).Append("] }\n");
        }
    }

    private static void AppendCommittees(StringBuilder text, ImmutableArray<Committee> committees, MeetingPlanner meetings)
    {
        if (committees.IsEmpty)
        {
            return;
        }

        text.Append("committees:\n");
        foreach (var committee in committees)
        {
            text.Append("  - { id: ").Append(YamlText.Of(committee.Id));
            if (meetings.LastMet(committee) is { } met)
            {
                text.Append(", met: ").Append(YamlText.Of(met));
            }

            var next = meetings.Next(committee);
            if (next.Count > 0)
            {
                text.Append(", next: [").AppendJoin(", ", next.Select(YamlText.Of)).Append(']');
            }

            text.Append(" }\n");
        }
    }

    private static void AppendCalendar(StringBuilder text, List<CalendarEntry> calendar)
    {
        if (calendar.Count == 0)
        {
            return;
        }

        text.Append("calendar:\n");
        foreach (var entry in calendar)
        {
            text.Append("  - { date: ").Append(YamlText.Of(entry.Date));
            Append(", start: ", entry.Start is { } start ? YamlText.Of(start) : null);
            Append(", end: ", entry.End is { } end ? YamlText.Of(end) : null);
            Append(", title: ", YamlText.Of(entry.Title));
            Append(", committee: ", entry.Committee is { } committee ? YamlText.Of(committee.Id) : null);
            Append(", number: ", entry.Number?.ToString());
            Append(", location: ", entry.Location is { } location ? YamlText.Of(location) : null);
            Append(", link: ", entry.Link is { } link ? YamlText.Of(link.Url) : null);
            text.Append(" }\n");
        }

        void Append(string key, string? value)
        {
            if (value is not null)
            {
                text.Append(key).Append(value);
            }
        }
    }

    private static void AppendBody(StringBuilder text, Issue? last, ImmutableArray<Committee> committees, bool hasCalendar)
    {
        var blocks = last?.Body.Blocks.Where(b => b is Heading or PartPlacement).ToList() ?? [];
        if (!blocks.Any(b => b is Heading))
        {
            text.Append("\n## News\n");
        }

        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading:
                    text.Append('\n').Append(MarkdownOf(heading, last!)).Append('\n');
                    break;
                case PartPlacement placement when IsDrafted(placement):
                    text.Append("\n::: ").Append(Documents.ContainerLowerer.NameOf(new Part(placement.Kind, placement.Argument))).Append("\n:::\n");
                    break;
            }
        }

        bool IsDrafted(PartPlacement placement) => placement.Kind switch
        {
            PartKind.Committee => committees.Any(c => c.Id == placement.Argument),
            PartKind.Accessions => last!.Accessions?.Current is not null,
            PartKind.Calendar => hasCalendar,
            _ => false,
        };
    }

    private static string MarkdownOf(Heading heading, Issue issue)
    {
        var written = issue.Source.Text[heading.Span.Start..Math.Min(heading.Span.End, issue.Source.Text.Length)];
        return written.StartsWith('#') && !written.AsSpan().ContainsAny('\r', '\n')
            ? written
            : new string('#', heading.Level) + " " + MarkdownText.Of(DocumentWalker.PlainText(heading.Content));
    }
}
