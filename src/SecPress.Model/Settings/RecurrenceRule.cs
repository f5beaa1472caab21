using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace SecPress.Model.Settings;

/// <summary>
/// The part of an RFC 5545 recurrence rule that meetings need: FREQ=WEEKLY or MONTHLY, INTERVAL, BYDAY (with an ordinal for months:
/// 2WE, -1FR) and BYMONTHDAY.
/// </summary>
public sealed class RecurrenceRule
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly bool monthly;
    private readonly int interval;
    private readonly ImmutableArray<(int Ordinal, IsoDayOfWeek Day)> days;
    private readonly ImmutableArray<int> monthDays;

    private RecurrenceRule(bool monthly, int interval, ImmutableArray<(int Ordinal, IsoDayOfWeek Day)> days, ImmutableArray<int> monthDays) =>
        (this.monthly, this.interval, this.days, this.monthDays) = (monthly, interval, days, monthDays);

    /// <summary>Null when it is not a rule, or one of a kind that is not known here.</summary>
    public static RecurrenceRule? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (frequency, interval) = ("", 1);
        ImmutableArray<(int Ordinal, IsoDayOfWeek Day)> days = [];
        ImmutableArray<int> monthDays = [];
        foreach (var part in text.Split(';'))
        {
            var pair = part.Split('=');
            if (pair is not [var name, { Length: > 0 } value])
            {
                return null;
            }

            switch (name)
            {
                case "FREQ" when value is "WEEKLY" or "MONTHLY" && frequency.Length == 0:
                    frequency = value;
                    break;
                case "INTERVAL" when Number(value) is { } number and >= 1 and <= 120:
                    interval = number;
                    break;
                case "BYDAY" when ParseDays(value) is { } parsed:
                    days = parsed;
                    break;
                case "BYMONTHDAY" when ParseMonthDays(value) is { } parsed:
                    monthDays = parsed;
                    break;
                default:
                    return null;
            }
        }

        return frequency switch
        {
            "WEEKLY" when monthDays.IsEmpty && !days.IsEmpty && days.All(d => d.Ordinal == 0) => new RecurrenceRule(false, interval, days, []),
            "MONTHLY" when !days.IsEmpty || !monthDays.IsEmpty => new RecurrenceRule(true, interval, days, monthDays),
            _ => null,
        };
    }

    /// <summary>The days from one day to another, both included, in order.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="known">A day it is known to fall on or near, which an interval counts from.</param>
    public IEnumerable<LocalDate> Between(LocalDate from, LocalDate to, LocalDate known)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            if (monthly ? IsDayOfMonth(day, known) : IsDayOfWeek(day, known))
            {
                yield return day;
            }
        }
    }

    private bool IsDayOfWeek(LocalDate day, LocalDate known) =>
        days.Any(d => d.Day == day.DayOfWeek) && Period.DaysBetween(MondayOf(known), MondayOf(day)) / 7 % interval == 0;

    private bool IsDayOfMonth(LocalDate day, LocalDate known)
    {
        if ((((day.Year - known.Year) * 12) + day.Month - known.Month) % interval != 0)
        {
            return false;
        }

        var length = CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month);
        var byDay = days.IsEmpty || days.Any(d => d.Day == day.DayOfWeek && (
            d.Ordinal == 0 || d.Ordinal == ((day.Day - 1) / 7) + 1 || d.Ordinal == -(((length - day.Day) / 7) + 1)));
        var byMonthDay = monthDays.IsEmpty || monthDays.Contains(day.Day) || monthDays.Contains(day.Day - length - 1);
        return byDay && byMonthDay;
    }

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static ImmutableArray<(int Ordinal, IsoDayOfWeek Day)>? ParseDays(string text)
    {
        var parsed = ImmutableArray.CreateBuilder<(int, IsoDayOfWeek)>();
        foreach (var part in text.Split(','))
        {
            var day = part.Length < 2 ? -1 : Array.IndexOf(Days, part[^2..]);
            var ordinal = part.Length == 2 ? 0 : part.Length < 2 ? null : Number(part[..^2]);
            if (day < 0 || ordinal is not (>= -5 and <= 5) || (part.Length > 2 && ordinal == 0))
            {
                return null;
            }

            parsed.Add((ordinal.Value, (IsoDayOfWeek)(day + 1)));
        }

        return parsed.ToImmutable();
    }

    private static ImmutableArray<int>? ParseMonthDays(string text)
    {
        var parsed = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split(','))
        {
            if (Number(part) is not { } day || day is 0 or < -31 or > 31)
            {
                return null;
            }

            parsed.Add(day);
        }

        return parsed.ToImmutable();
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
