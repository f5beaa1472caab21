using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SecPress.Content.Importing.Parts;

/// <summary>Times of day as tables write them: "11:00", "11.30", "2pm", "10 am".</summary>
internal static partial class ClockTimes
{
    public static LocalTime? Parse(string text)
    {
        if (Time().Match(text.Trim()) is not { Success: true } match || (!match.Groups["m"].Success && !match.Groups["half"].Success))
        {
            return null;
        }

        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (match.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})([:.](?<m>[0-9]{2}))?\s*(?<half>[ap]\.?m\.?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Time();
}
