using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Content.Drafts;

/// <summary>
/// Names a new issue's file, and its title, as those before it are named: by the day, by the month, by a number that goes on.
/// </summary>
internal sealed partial class NamePattern(Site site, LocalDate date)
{
    private readonly HashSet<string> taken = site.Issues.Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file's name without its extension. It is one that is taken only when the pattern allows no other for the day.</summary>
    /// <param name="last">The issue before; null for the first.</param>
    public string NameAfter(Issue? last)
    {
        var month = $"{date.Year:0000}-{date.Month:00}";
        var day = LocalDatePattern.Iso.Format(date);
        if (last is null || NameOf(last) is not { } name)
        {
            return Free(month, day);
        }

        if (name.Contains(LocalDatePattern.Iso.Format(last.Sent), StringComparison.Ordinal))
        {
            return name.Replace(LocalDatePattern.Iso.Format(last.Sent), day, StringComparison.Ordinal);
        }

        var lastMonth = $"{last.Sent.Year:0000}-{last.Sent.Month:00}";
        if (name.Contains(lastMonth, StringComparison.Ordinal))
        {
            return Free(name.Replace(lastMonth, month, StringComparison.Ordinal), name.Replace(lastMonth, day, StringComparison.Ordinal));
        }

        var lastYear = last.Sent.Year.ToString("0000", CultureInfo.InvariantCulture);
        if (Slug.From(site.Labels.Months[last.Sent.Month - 1]) is { Length: > 0 } monthName
            && name.Contains(monthName, StringComparison.Ordinal)
            && name.Contains(lastYear, StringComparison.Ordinal))
        {
            var other = name
                .Replace(monthName, Slug.From(site.Labels.Months[date.Month - 1]), StringComparison.Ordinal)
                .Replace(lastYear, date.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            return Free(other, day);
        }

        return Counted(name) ?? Free(month, day);
    }

    public string TitleAfter(Issue? last)
    {
        var month = $"{site.Labels.Months[date.Month - 1]} {date.Year:0000}";
        if (last is null)
        {
            return $"{site.Settings.Title} {month}";
        }

        var title = WithoutUpdated(last.Title);
        (string Before, string After)[] forms =
        [
            (site.Labels.Date(last.Sent), site.Labels.Date(date)),
            (LocalDatePattern.Iso.Format(last.Sent), LocalDatePattern.Iso.Format(date)),
            ($"{site.Labels.Months[last.Sent.Month - 1]} {last.Sent.Year:0000}", month),
        ];
        foreach (var (before, after) in forms)
        {
            if (title.Contains(before, StringComparison.Ordinal))
            {
                return title.Replace(before, after, StringComparison.Ordinal);
            }
        }

        // A number at the end goes on, unless it is the year.
        return EndNumber().Match(title) is { Success: true } number && Number(number) is { } count && count != last.Sent.Year
            ? title[..number.Index] + (count + 1).ToString(CultureInfo.InvariantCulture)
            : $"{site.Settings.Title} {month}";
    }

    /// <summary>The name of an issue's file, or of its folder.</summary>
    public static string NameOf(Issue issue)
    {
        var path = issue.Source.Path;
        return path.EndsWith("/index.md", StringComparison.Ordinal)
            ? Path.GetFileName(path[..^"/index.md".Length])
            : Path.GetFileNameWithoutExtension(path);
    }

    private string? Counted(string name)
    {
        if (EndNumber().Match(name) is not { Success: true } number || Number(number) is not { } count)
        {
            return null;
        }

        string next;
        do
        {
            count++;
            next = name[..number.Index] + count.ToString(CultureInfo.InvariantCulture).PadLeft(number.Length, '0');
        }
        while (taken.Contains(next));

        return next;
    }

    private string Free(string name, string other) => taken.Contains(name) ? other : name;

    private static int? Number(Match match) => int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : null;

    // "Updated" tells of revisions, which a new issue does not have.
    private static string WithoutUpdated(string title) =>
        title.EndsWith("Updated", StringComparison.OrdinalIgnoreCase) && title[..^7].TrimEnd(' ', '-', '–', '—', ':') is { Length: > 0 } kept
            ? kept
            : title;

    [GeneratedRegex(@"[0-9]+\z", RegexOptions.None, 10_000)]
    private static partial Regex EndNumber();
}
