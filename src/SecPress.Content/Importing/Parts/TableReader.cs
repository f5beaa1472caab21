using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Content.Importing.Blocks;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Parts;

/// <summary>Takes tables that front matter has a key for: the party count, the calendar, a committee's seats.</summary>
internal sealed partial class TableReader(DateFinder dates, CommitteeFinder committees, IssueDraft draft)
{
    private static readonly (Regex Label, int Order, string Key)[] PartyLabels =
    [
        (Previous(), 0, "previous"), (PanelChanges(), 5, "panel-changes"), (Acceded(), 2, "acceded"), (Withdrawn(), 3, "withdrawn"),
        (Expelled(), 4, "expelled"), (Current(), 1, "current"),
    ];

    /// <summary>The name of the part that took the table; null when it stays one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="section">The committee whose section it stands in.</param>
    public string? Take(DraftTable table, string? section)
    {
        var rows = table.Rows.Select(r => r.Select(c => c.Plain.Trim()).ToImmutableArray()).ToList();
        return TakeParties(rows) ? "accessions" : TakeCalendar(rows) ? "calendar" : TakeSeats(rows, section);
    }

    private bool TakeParties(List<ImmutableArray<string>> rows)
    {
        if (draft.Accessions.Count > 0)
        {
            return false;
        }

        var found = new SortedDictionary<int, (string, int)>();
        foreach (var row in rows.Where((r, i) => i > 0 || Count(r) is not null))
        {
            if (row.Length != 2
                || Count(row) is not { } count
                || PartyLabels.Where(l => l.Label.IsMatch(row[0])).Select(l => ((int Order, string Key)?)(l.Order, l.Key)).FirstOrDefault() is not { } label
                || !found.TryAdd(label.Order, (label.Key, count)))
            {
                return false;
            }
        }

        if (found.Count < 2)
        {
            return false;
        }

        found.ToList().ForEach(f => draft.Accessions.Add(f.Key, f.Value));
        return true;
    }

    private static int? Count(ImmutableArray<string> row) =>
        row.Length > 0 && int.TryParse(row[^1].Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    private bool TakeCalendar(List<ImmutableArray<string>> rows)
    {
        if (draft.Calendar.Count > 0 || rows.Count == 0)
        {
            return false;
        }

        var header = rows[0];
        var year = Year().Match(header[0]) is { Success: true } match ? match.Value : "";
        var hasHeader = dates.Whole(header[0]) is null;
        var columns = hasHeader ? ColumnsOf(header) : new CalendarColumns(header.Length == 2 ? 1 : -1, -1, -1);
        if (columns is not { Title: > 0 })
        {
            return false;
        }

        var meetings = rows.Skip(hasHeader ? 1 : 0).Select(r => Meeting(r, columns, year)).ToList();
        if (meetings.Count == 0 || meetings.Contains(null))
        {
            return false;
        }

        draft.Calendar.AddRange(meetings!);
        return true;
    }

    // Every column must have its key, or the table says more than front matter can.
    private static CalendarColumns? ColumnsOf(ImmutableArray<string> header)
    {
        var columns = new CalendarColumns(-1, -1, -1);
        for (var i = 1; i < header.Length; i++)
        {
            columns = header[i] switch
            {
                _ when columns.Start < 0 && TimeHeader().IsMatch(header[i]) => columns with { Start = i },
                _ when columns.Location < 0 && PlaceHeader().IsMatch(header[i]) => columns with { Location = i },
                _ when columns.Title < 0 => columns with { Title = i },
                _ => columns with { Title = int.MinValue },
            };
        }

        return columns.Title > 0 ? columns : null;
    }

    private FoundMeeting? Meeting(ImmutableArray<string> row, CalendarColumns columns, string year)
    {
        if (row.Length <= Math.Max(columns.Title, Math.Max(columns.Start, columns.Location)) || row[columns.Title].Length == 0)
        {
            return null;
        }

        var start = columns.Start > 0 ? ClockTimes.Parse(row[columns.Start]) : null;
        if ((dates.Whole($"{row[0]} {year}") ?? dates.Whole(row[0])) is not { } date || (start is null && columns.Start > 0 && row[columns.Start].Length > 0))
        {
            return null;
        }

        var title = row[columns.Title];
        var committee = committees.In(title)?.Id;
        var number = committee is not null && TrailingNumber().Match(title) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : (int?)null;
        var location = columns.Location > 0 && row[columns.Location].Length > 0 ? row[columns.Location] : null;
        return new FoundMeeting(date, start, title, committee, number is 0 ? null : number, location);
    }

    private string? TakeSeats(List<ImmutableArray<string>> rows, string? section)
    {
        if (rows.Count < 2
            || rows.Any(r => r.Length != 2 || r[0].Length == 0 || r[1].Length == 0)
            || !rows[0][0].Contains("seat", StringComparison.OrdinalIgnoreCase)
            || (committees.In(rows[0][0])?.Id ?? section) is not { } id
            || draft.CommitteeOf(id) is { Seats.Count: > 0 })
        {
            return null;
        }

        foreach (var row in rows.Skip(1))
        {
            var reappointed = ReAppointed().Match(row[1]);
            var vacant = row[1].Equals("vacant", StringComparison.OrdinalIgnoreCase);
            draft.CommitteeOf(id).Seats.Add(new FoundSeat(row[0], vacant ? null : row[1][..^reappointed.Length].Trim(), reappointed.Success));
        }

        return "committee " + id;
    }

    private sealed record CalendarColumns(int Title, int Start, int Location);

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b([0-9]{1,4})$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TrailingNumber();

    [GeneratedRegex(@"^(time|start|starts)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TimeHeader();

    [GeneratedRegex(@"^(where|place|location|venue)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PlaceHeader();

    [GeneratedRegex(@"\s*\(\s*re-?\s?(nominat|appoint|elect)ed\s*\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ReAppointed();

    [GeneratedRegex(@"\b(previous|last)\b.*\bpart(y|ies)\b|\bpart(y|ies)\b.*\b(at|in) the (last|previous)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Previous();

    [GeneratedRegex(@"\bpanel\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PanelChanges();

    [GeneratedRegex(@"\b(acce(ssions?|ded)|new|joined|joining)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Acceded();

    [GeneratedRegex(@"\b(withdr\w+|left|leaving)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Withdrawn();

    [GeneratedRegex(@"\b(expul\w+|expelled)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Expelled();

    [GeneratedRegex(@"\b(current|total|number of)\b.*\b(part(y|ies)|members)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Current();
}
