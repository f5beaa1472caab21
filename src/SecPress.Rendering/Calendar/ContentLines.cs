using System.Globalization;
using System.Text;
using NodaTime;

namespace SecPress.Rendering.Calendar;

/// <summary>Writes the content lines of RFC 5545: each ends in CRLF and is folded before it exceeds 75 octets (3.1).</summary>
public sealed class ContentLines
{
    private const int MostOctets = 75;

    private readonly StringBuilder text = new();

    public ContentLines Begin(string component) => Line("BEGIN:" + component);

    public ContentLines End(string component) => Line("END:" + component);

    /// <summary>A property whose value is written as it is: a number, an address, a duration.</summary>
    public ContentLines Raw(string name, string value) => Line($"{name}:{WithoutControls(value)}");

    /// <summary>A property of type TEXT (3.3.11); none for an empty one.</summary>
    public ContentLines Text(string name, string? value) =>
        string.IsNullOrEmpty(value) ? this : Line($"{name}:{Escape(value)}");

    public ContentLines Date(string name, LocalDate date) =>
        Line(string.Create(CultureInfo.InvariantCulture, $"{name};VALUE=DATE:{date.Year:0000}{date.Month:00}{date.Day:00}"));

    /// <summary>A time in UTC.</summary>
    public ContentLines Time(string name, Instant time) => Line($"{name}:{Format(time.InUtc().LocalDateTime)}Z");

    /// <summary>A time by the clocks of a zone; by no zone's where that is null.</summary>
    public ContentLines Time(string name, LocalDateTime time, string? zone = null) =>
        Line($"{name}{(zone is null ? "" : ";TZID=" + zone)}:{Format(time)}");

    public static string Format(LocalDateTime time) => string.Create(
        CultureInfo.InvariantCulture, $"{time.Year:0000}{time.Month:00}{time.Day:00}T{time.Hour:00}{time.Minute:00}{time.Second:00}");

    /// <summary>As a value of type TEXT: line breaks become <c>\n</c>, and control characters that it may not hold are left out.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) && c != '\t' => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    public override string ToString() => text.ToString();

    private static string WithoutControls(string value) => value.Any(char.IsControl) ? string.Concat(value.Where(c => !char.IsControl(c))) : value;

    // Folded between characters, although the standard allows a fold inside one: not every reader joins octets before it decodes them.
    private ContentLines Line(string line)
    {
        var octets = 0;
        Span<char> units = stackalloc char[2];
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(units[..rune.EncodeToUtf16(units)]);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }
}
