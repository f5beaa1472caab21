using System.Globalization;
using System.Text.RegularExpressions;

namespace SecPress.Content.Importing.Parts;

/// <summary>Finds how long a decision may be referred: "10 Working Days to refer", "by 5 pm on 6th July 2017", in the decision's paragraph.</summary>
internal static partial class ReferralFinder
{
    public static void Read(string paragraph, DateFinder dates, IssueDraft draft)
    {
        if (draft.Decisions.Count == 0 || !paragraph.Contains(draft.Decisions[^1].RefersTo, StringComparison.Ordinal))
        {
            return;
        }

        var days = WorkingDays().Match(paragraph);
        var deadline = Sentences.In(paragraph)
            .Where(s => s.Contains("refer", StringComparison.OrdinalIgnoreCase))
            .SelectMany(s => dates.In(s).Where(d => By().IsMatch(s[..d.Start])).Take(1))
            .Select(d => (NodaTime.LocalDate?)d.Date)
            .FirstOrDefault();
        draft.Decisions[^1] = draft.Decisions[^1] with
        {
            WorkingDays = days.Success ? int.Parse(days.Groups[1].Value, CultureInfo.InvariantCulture) : draft.Decisions[^1].WorkingDays,
            Deadline = deadline ?? draft.Decisions[^1].Deadline,
        };
    }

    [GeneratedRegex(@"\b([0-9]{1,3})\s+Working\s+Days\s+to\s+refer\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(@"\bby\b[^.;]{0,30}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex By();
}
