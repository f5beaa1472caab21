using System.Text;
using NodaTime;
using SecPress.Content.Drafts;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>
/// Writes the Markdown of a new issue, filled in from the one before: committees with when they met and meet next, the party count to
/// start from, next month's meetings with running numbers, and the headings. It is a draft, and parses without an error.
/// </summary>
public static class IssueDrafter
{
    /// <param name="site">The site to draft for.</param>
    /// <param name="date">When the new issue is to be sent.</param>
    public static string Draft(Site site, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(site);
        var last = site.Issues.Where(i => i.Sent < date).OrderBy(i => i.Sent).ThenBy(i => i.Slug, StringComparer.Ordinal).LastOrDefault();
        var meetings = new MeetingPlanner(site, last, date);
        var calendar = meetings.Calendar();
        var committees = last is null
            ? [.. site.Settings.Committees]
            : last.Committees.Select(c => site.Settings.FindCommittee(c.Committee.Id)).OfType<Committee>().ToList();

        var text = new StringBuilder("---\n");
        text.Append("title: ").Append(YamlText.Of(TitleOf(site, last, date))).Append('\n');
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
        text.Append("---\n");
        AppendBody(text, last, committees, hasCalendar: calendar.Count > 0);
        return text.ToString();
    }

    private static string TitleOf(Site site, Issue? last, LocalDate date)
    {
        var month = $"{site.Labels.Months[date.Month - 1]} {date.Year:0000}";
        if (last is not null)
        {
            var lastMonth = $"{site.Labels.Months[last.Sent.Month - 1]} {last.Sent.Year:0000}";
            if (last.Title.Contains(lastMonth, StringComparison.Ordinal))
            {
                return WithoutUpdated(last.Title.Replace(lastMonth, month, StringComparison.Ordinal));
            }
        }

        return $"{site.Settings.Title} {month}";
    }

    // "Updated" tells of revisions, which a new issue does not have.
    private static string WithoutUpdated(string title) =>
        title.EndsWith("Updated", StringComparison.OrdinalIgnoreCase) && title[..^7].TrimEnd(' ', '-', '–', '—', ':') is { Length: > 0 } kept
            ? kept
            : title;

    private static void AppendStreams(StringBuilder text, Site site, Issue? last)
    {
        if (last is not null && !(last.EmailStreams is [var only] && only == site.Settings.Streams[0].Id))
        {
            text.Append("email: { streams: [").AppendJoin(", ", last.EmailStreams.Select(YamlText.Of)).Append("] }\n");
        }
    }

    private static void AppendCommittees(StringBuilder text, List<Committee> committees, MeetingPlanner meetings)
    {
        if (committees.Count == 0)
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

    private static void AppendBody(StringBuilder text, Issue? last, List<Committee> committees, bool hasCalendar)
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
