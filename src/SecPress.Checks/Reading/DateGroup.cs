using NodaTime;

namespace SecPress.Checks.Reading;

/// <summary>A date as its words were read, before its year is known.</summary>
internal sealed record ReadDate(int Day, int Month, int Start, int End)
{
    public int? Year { get; init; }

    /// <summary>"Next year" is 1.</summary>
    public int? YearsFromSent { get; init; }

    public WrittenWeekday? Weekday { get; init; }

    public bool EndsRange { get; init; }
}

/// <summary>
/// Reads dates that are joined to a list or range, with the days of the week before, between and behind them:
/// <c>[Friday to Thursday,] June 1st through June 7th</c>, <c>Tuesday 2 and Thursday 4 May 2017</c>, <c>20 June (Tuesday)</c>.
/// </summary>
internal sealed class DateGroup
{
    private readonly List<DateToken> tokens;
    private readonly DateWords words;
    private readonly List<ReadDate> dates = [];
    private int at;

    private DateGroup(List<DateToken> tokens, int at, DateWords words) => (this.tokens, this.at, this.words) = (tokens, at, words);

    public IReadOnlyList<ReadDate> Dates => dates;

    /// <summary>The token behind it.</summary>
    public int Next => at;

    /// <summary>The group that begins with a token; null for none.</summary>
    public static DateGroup? At(List<DateToken> tokens, int at, DateWords words)
    {
        var group = new DateGroup(tokens, at, words);
        return group.Read() ? group : null;
    }

    private bool Read()
    {
        var weekdays = Weekdays();
        if (!Item(weekdays is [{ Plural: false } only] ? only.Weekday : null, false))
        {
            return false;
        }

        for (var before = at; Separator() is { } isRange; before = at)
        {
            if (!Item(WeekdayBeforeDate(), isRange))
            {
                at = before;
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
        var (start, count) = (at, dates.Count);
        if (!Numeric() && !DayFirst() && !MonthFirst())
        {
            at = start;
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
        if (Token is not { Kind: DateTokenKind.Numeric } token)
        {
            return false;
        }

        dates.Add(new ReadDate(token.Date.Day, token.Date.Month, token.Start, token.End) { Year = token.Date.Year });
        at++;
        return true;
    }

    // 20 June; 12th, 19th and 26th of July 2017; Tuesday 2 and Thursday 4 May.
    private bool DayFirst()
    {
        var (start, first) = (at, dates.Count);
        var (weekday, isRange) = ((WrittenWeekday?)null, false);
        while (Token is { Kind: DateTokenKind.Day } day)
        {
            at++;
            dates.Add(new ReadDate(day.Number, 1, day.Start, day.End) { Weekday = weekday, EndsRange = isRange });
            if (Month() is { } month)
            {
                for (var i = first; i < dates.Count; i++)
                {
                    dates[i] = dates[i] with { Month = month };
                }

                dates[^1] = dates[^1] with { End = tokens[at - 1].End };
                Year(first);
                return true;
            }

            if (Separator() is not { } range)
            {
                break;
            }

            isRange = range;
            weekday = WeekdayBeforeDate();
        }

        dates.RemoveRange(first, dates.Count - first);
        at = start;
        return false;
    }

    // June 20, 2017; June 1st-7th; July 12 and 26.
    private bool MonthFirst()
    {
        var (start, first) = (at, dates.Count);
        if (MonthName() is not { } month)
        {
            return false;
        }

        SkipThe();
        if (Token is not { Kind: DateTokenKind.Day } day)
        {
            at = start;
            return false;
        }

        at++;
        dates.Add(new ReadDate(day.Number, month, tokens[start].Start, day.End));
        for (var before = at; Separator() is { } isRange; before = at)
        {
            var weekday = WeekdayBeforeDate();
            if (!IsFurtherDay(tokens[before], isRange))
            {
                at = before;
                break;
            }

            dates.Add(new ReadDate(Token!.Value.Number, month, Token.Value.Start, Token.Value.End) { Weekday = weekday, EndsRange = isRange });
            at++;
        }

        Year(first);
        return true;
    }

    // "July 12 and 26 people" and "June 5 – 12 of us" go on with something else.
    private bool IsFurtherDay(DateToken separator, bool isRange)
    {
        if (Token is not { Kind: DateTokenKind.Day } day || (isRange && day.Number <= dates[^1].Day))
        {
            return false;
        }

        var start = at++;
        var hasOwnMonth = Month() is not null;
        at = start + 1;
        var next = Token;
        at = start;
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
        var start = at;
        SkipSign(",");
        if (Token is { Kind: DateTokenKind.Word } of && DateWords.IsOf(of.Text))
        {
            at++;
        }

        if (Token is { Kind: DateTokenKind.Year } year)
        {
            at++;
            dates[^1] = dates[^1] with { Year = year.Number, End = year.End };
        }
        else if (Token is { Text: "next" or "last" or "this" } which && at + 1 < tokens.Count && tokens[at + 1].Text == "year")
        {
            at += 2;
            var years = which.Text == "next" ? 1 : which.Text == "last" ? -1 : 0;
            for (var i = first; i < dates.Count; i++)
            {
                dates[i] = dates[i] with { YearsFromSent = years };
            }

            dates[^1] = dates[^1] with { End = tokens[at - 1].End };
        }
        else
        {
            at = start;
        }
    }

    private int? Month()
    {
        var start = at;
        if (!words.IsEnglish)
        {
            SkipSign(".");
        }

        if (Token is { Kind: DateTokenKind.Word } of && DateWords.IsOf(of.Text))
        {
            at++;
        }

        if (MonthName() is { } month)
        {
            return month;
        }

        at = start;
        return null;
    }

    private int? MonthName()
    {
        if (Token is not { Kind: DateTokenKind.Word } word || words.Month(word.Text) is not { } month)
        {
            return null;
        }

        at++;
        if (words.IsShortMonth(word.Text))
        {
            SkipSign(".");
        }

        return month;
    }

    private List<(WrittenWeekday Weekday, bool Plural)> Weekdays()
    {
        var weekdays = new List<(WrittenWeekday, bool)>();
        var start = at;
        while (Weekday() is { } weekday)
        {
            weekdays.Add(weekday);
            start = at;
            if (Separator() is null)
            {
                break;
            }
        }

        at = start;
        if (weekdays.Count > 0)
        {
            SkipToDate();
        }

        return weekdays;
    }

    private WrittenWeekday? WeekdayBeforeDate()
    {
        if (Weekday() is not { } weekday)
        {
            return null;
        }

        SkipToDate();
        return weekday.Weekday;
    }

    // 20 June (Tuesday), (this Tuesday); 20 June, a Tuesday; 20 June, Tuesday. What follows decides whether it is this date's: "June 9, Friday June 16".
    private void WeekdayBehind()
    {
        var start = at;
        var opens = SkipSign("(");
        if (!opens)
        {
            SkipSign(",");
        }

        at += Token is { Kind: DateTokenKind.Word } which && (which.Text == "a" || DateWords.IsRelative(which.Text)) ? 1 : 0;
        if (at > start && Weekday() is { Plural: false } weekday && EndsThere(opens))
        {
            dates[^1] = dates[^1] with { Weekday = weekday.Weekday };
        }
        else
        {
            at = start;
        }
    }

    private bool EndsThere(bool inBrackets) =>
        Token is not { } next || (next.Kind == DateTokenKind.Sign && (inBrackets ? next.Text is ")" or "," or ";" : next.Text is "." or ";" or ":" or ")"));

    private (WrittenWeekday Weekday, bool Plural)? Weekday()
    {
        if (Token is not { Kind: DateTokenKind.Word } word || words.Weekday(word.Text) is not var (day, plural))
        {
            return null;
        }

        at++;
        if (word.Length <= 5)
        {
            SkipSign(".");
        }

        return (new WrittenWeekday(day, word.Start, word.Length), plural);
    }

    // Tuesday, the 20th; Tuesday (20 June).
    private void SkipToDate()
    {
        if (!SkipSign(","))
        {
            SkipSign("(");
        }

        SkipThe();
    }

    private void SkipThe()
    {
        if (Token is { Kind: DateTokenKind.Word } the && DateWords.IsThe(the.Text))
        {
            at++;
        }
    }

    /// <summary>Passes what joins two dates: whether it makes a range of them, or null when nothing joins them.</summary>
    private bool? Separator()
    {
        var start = at;
        var hasComma = SkipSign(",");
        var isRange = false;
        if (Token is { Kind: DateTokenKind.Word or DateTokenKind.Sign } word && (DateWords.IsList(word.Text) || DateWords.IsRange(word.Text)))
        {
            isRange = DateWords.IsRange(word.Text);
            at++;
        }
        else if (!hasComma)
        {
            at = start;
            return null;
        }

        while (Token is { Kind: DateTokenKind.Word } filler && (DateWords.IsRelative(filler.Text) || DateWords.IsThe(filler.Text)))
        {
            at++;
        }

        return isRange;
    }

    private bool SkipSign(string sign)
    {
        if (Token is not { Kind: DateTokenKind.Sign } token || token.Text != sign)
        {
            return false;
        }

        at++;
        return true;
    }

    private DateToken? Token => at < tokens.Count ? tokens[at] : null;
}
