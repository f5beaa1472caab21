using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Model;

/// <summary>Dates in English, the language of the program itself: findings name them so, whatever the site's language.</summary>
public static class EnglishDates
{
    public static ImmutableArray<string> Months { get; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>From Monday.</summary>
    public static ImmutableArray<string> Days { get; } = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>"29 June 2017".</summary>
    public static string Of(LocalDate date) => $"{date.Day} {MonthOf(date.Month)} {date.Year}";

    /// <summary>"Thursday 29 June 2017".</summary>
    public static string WithWeekday(LocalDate date) => $"{date.DayOfWeek} {Of(date)}";

    /// <param name="month">From 1.</param>
    public static string MonthOf(int month) => Months[month - 1];
}
