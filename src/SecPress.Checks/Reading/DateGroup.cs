namespace SecPress.Checks.Reading;

/// <summary>
/// Reads dates that are joined to a list or range, with the days of the week before, between and behind them:
/// <c>[Friday to Thursday,] June 1st through June 7th</c>, <c>Tuesday 2 and Thursday 4 May 2017</c>, <c>20 June (Tuesday)</c>.
/// </summary>
internal sealed class DateGroup
{
    private readonly DateCursor cursor;
    private readonly List<ReadDate> dates = [];

    private DateGroup(DateCursor cursor) => this.cursor = cursor;

    public IReadOnlyList<ReadDate> Dates => dates;

    /// <summary>The token behind it.</summary>
    public int Next => cursor.At;

    /// <summary>The group that begins with a token; null for none.</summary>
    public static DateGroup? At(List<DateToken> tokens, int at, DateWords words)
    {
        var group = new DateGroup(new DateCursor(tokens, at, words));
        return group.Read() ? group : null;
    }

    private bool Read()
    {
        var weekdays = cursor.Weekdays();
        if (!Item(weekdays is [{ Plural: false } only] ? only.Weekday : null, false))
        {
            return false;
        }

        for (var before = cursor.At; cursor.Separator() is { } isRange; before = cursor.At)
        {
            if (!Item(cursor.WeekdayBeforeDate(), isRange))
            {
                cursor.At = before;
                break;
            }
        }

        Share(weekdays);
        return true;
    }

    // "Wednesdays 12 and 26 July" are all Wednesdays; "Friday to Thursday, 1 to 7 June" are one each.
    private void Share(List<(WrittenWeekday Weekday, bool Plural)> weekdays)
    {
        var each = weekdays.Count > 1 && weekdays.Count == dates.Count;
        if (!each && weekdays is not [{ Plural: true }])
        {
            return;
        }

        for (var i = 0; i < dates.Count; i++)
        {
            dates[i] = dates[i] with { Weekday = dates[i].Weekday ?? weekdays[each ? i : 0].Weekday };
        }
    }

    private bool Item(WrittenWeekday? weekday, bool endsRange)
    {
        var (start, count) = (cursor.At, dates.Count);
        if (!Numeric() && !DayFirst() && !MonthFirst())
        {
            cursor.At = start;
            return false;
        }

        dates[count] = dates[count] with { Weekday = dates[count].Weekday ?? weekday, EndsRange = endsRange };
        if (dates[^1].Weekday is null)
        {
            WeekdayBehind();
        }

        return true;
    }

    private bool Numeric()
    {
        if (cursor.Token is not { Kind: DateTokenKind.Numeric } token)
        {
            return false;
        }

        dates.Add(new ReadDate(token.Date.Day, token.Date.Month, token.Start, token.End) { Year = token.Date.Year });
        cursor.At++;
        return true;
    }

    // 20 June; 12th, 19th and 26th of July 2017; Tuesday 2 and Thursday 4 May.
    private bool DayFirst()
    {
        var (start, first) = (cursor.At, dates.Count);
        var (weekday, isRange) = ((WrittenWeekday?)null, false);
        while (cursor.Token is { Kind: DateTokenKind.Day } day)
        {
            cursor.At++;
            dates.Add(new ReadDate(day.Number, 1, day.Start, day.End) { Weekday = weekday, EndsRange = isRange });
            if (cursor.Month() is { } month)
            {
                for (var i = first; i < dates.Count; i++)
                {
                    dates[i] = dates[i] with { Month = month };
                }

                dates[^1] = dates[^1] with { End = cursor.End };
                Year(first);
                return true;
            }

            if (cursor.Separator() is not { } range)
            {
                break;
            }

            isRange = range;
            weekday = cursor.WeekdayBeforeDate();
        }

        dates.RemoveRange(first, dates.Count - first);
        cursor.At = start;
        return false;
    }

    // June 20, 2017; June 1st-7th; July 12 and 26.
    private bool MonthFirst()
    {
        var (start, first) = (cursor.At, dates.Count);
        if (cursor.MonthName() is not { } month)
        {
            return false;
        }

        cursor.SkipThe();
        if (cursor.Token is not { Kind: DateTokenKind.Day } day)
        {
            cursor.At = start;
            return false;
        }

        cursor.At++;
        dates.Add(new ReadDate(day.Number, month, cursor[start].Start, day.End));
        for (var before = cursor.At; cursor.Separator() is { } isRange; before = cursor.At)
        {
            var weekday = cursor.WeekdayBeforeDate();
            if (!IsFurtherDay(cursor[before], isRange))
            {
                cursor.At = before;
                break;
            }

            dates.Add(new ReadDate(cursor.Token!.Value.Number, month, cursor.Token.Value.Start, cursor.Token.Value.End) { Weekday = weekday, EndsRange = isRange });
            cursor.At++;
        }

        Year(first);
        return true;
    }

    // "July 12 and 26 people" and "June 5 – 12 of us" go on with something else.
    private bool IsFurtherDay(DateToken separator, bool isRange)
    {
        if (cursor.Token is not { Kind: DateTokenKind.Day } day || (isRange && day.Number <= dates[^1].Day))
        {
            return false;
        }

        var start = cursor.At++;
        var hasOwnMonth = cursor.Month() is not null;
        cursor.At = start + 1;
        var next = cursor.Token;
        cursor.At = start;
        var isTight = separator.End == day.Start;
        return !hasOwnMonth && separator.Text != "," && (day.Ordinal || isTight || next switch
        {
            null or { Kind: DateTokenKind.Year } => true,
            { Kind: DateTokenKind.Sign, Text: not "%" } => true,
            { Kind: DateTokenKind.Word } word => DateWords.MayFollowDays(word.Text) || DateWords.IsList(word.Text),
            _ => false,
        });
    }

    // The year belongs to the last of the dates from one on; the others are given theirs by its reader.
    private void Year(int first)
    {
        var start = cursor.At;
        cursor.SkipSign(",");
        cursor.SkipOf();
        if (cursor.Token is { Kind: DateTokenKind.Year } year)
        {
            cursor.At++;
            dates[^1] = dates[^1] with { Year = year.Number, End = year.End };
        }
        else if (cursor.Token is { Text: "next" or "last" or "this" } which && cursor.Following is { Text: "year" })
        {
            cursor.At += 2;
            var years = which.Text == "next" ? 1 : which.Text == "last" ? -1 : 0;
            for (var i = first; i < dates.Count; i++)
            {
                dates[i] = dates[i] with { YearsFromSent = years };
            }

            dates[^1] = dates[^1] with { End = cursor.End };
        }
        else
        {
            cursor.At = start;
        }
    }

    // 20 June (Tuesday), (this Tuesday); 20 June, a Tuesday; 20 June, Tuesday. What follows decides whether it is this date's: "June 9, Friday June 16".
    private void WeekdayBehind()
    {
        var start = cursor.At;
        var opens = cursor.SkipSign("(");
        if (!opens)
        {
            cursor.SkipSign(",");
        }

        cursor.At += cursor.Token is { Kind: DateTokenKind.Word } which && (which.Text == "a" || DateWords.IsRelative(which.Text)) ? 1 : 0;
        if (cursor.At > start && cursor.Weekday() is { Plural: false } weekday && EndsThere(opens))
        {
            dates[^1] = dates[^1] with { Weekday = weekday.Weekday };
        }
        else
        {
            cursor.At = start;
        }
    }

    private bool EndsThere(bool inBrackets) =>
        cursor.Token is not { } next || (next.Kind == DateTokenKind.Sign && (inBrackets ? next.Text is ")" or "," or ";" : next.Text is "." or ";" or ":" or ")"));
}
