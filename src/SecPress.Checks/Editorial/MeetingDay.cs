using NodaTime;
using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editorial;

/// <summary>A day that an issue gives for a meeting of a committee, and where it does so.</summary>
internal sealed class MeetingDay(Committee committee, LocalDate date)
{
    private readonly List<SourceSpan> text = [];
    private readonly List<SourceSpan> frontMatter = [];

    public Committee Committee { get; } = committee;

    public LocalDate Date { get; } = date;

    /// <summary>Whether it is given as the next meeting, or as one of the next.</summary>
    public bool IsNext { get; private set; }

    /// <summary>The first place of the text, and where the text does not give it the one of front matter.</summary>
    public SourceSpan At => text.Concat(frontMatter).First();

    /// <summary>"in the text (line 155) and under 'next' (line 14)".</summary>
    public string Places => string.Join(" and ", new[] { Lines("in the text", text), Lines("under 'next'", frontMatter) }.OfType<string>());

    /// <summary>Every one of an issue.</summary>
    public static IReadOnlyCollection<MeetingDay> Of(IssueText issue)
    {
        var days = new OrderedDictionary<(string Committee, LocalDate Date), MeetingDay>();
        MeetingDay Day(Committee committee, LocalDate date)
        {
            if (!days.TryGetValue((committee.Id, date), out var day))
            {
                days.Add((committee.Id, date), day = new MeetingDay(committee, date));
            }

            return day;
        }

        foreach (var update in issue.Issue.Committees)
        {
            foreach (var next in update.Next)
            {
                var day = Day(update.Committee, next.Date);
                day.frontMatter.Add(issue.Issue.Source.At(next.Span));
                day.IsNext = true;
            }
        }

        var finder = new AnnouncementFinder(issue.Settings.Committees);
        foreach (var passage in issue.Passages)
        {
            foreach (var announcement in finder.In(passage, issue.DatesIn(passage), issue.Issue.Sent))
            {
                var day = Day(announcement.Committee, announcement.Date);
                day.text.Add(passage.At(announcement.Start, announcement.Length));
                day.IsNext |= announcement.IsNext;
            }
        }

        return days.Values;
    }

    private static string? Lines(string where, List<SourceSpan> places) =>
        places.Count == 0 ? null : $"{where} (line {string.Join(", ", places.Select(p => p.Position.Line).Distinct())})";
}
