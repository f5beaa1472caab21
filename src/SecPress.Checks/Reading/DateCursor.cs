namespace SecPress.Checks.Reading;

/// <summary>Goes through the tokens of a text, and passes the words and signs that stand around dates.</summary>
internal sealed class DateCursor(List<DateToken> tokens, int at, DateWords words)
{
    /// <summary>The number of the token it stands at: the end when there is none.</summary>
    public int At { get; set; } = at;

    public DateToken? Token => At < tokens.Count ? tokens[At] : null;

    public DateToken? Following => At + 1 < tokens.Count ? tokens[At + 1] : null;

    /// <summary>Where the token before it ends.</summary>
    public int End => tokens[At - 1].End;

    public DateToken this[int index] => tokens[index];

    /// <summary>The month behind a day: "June", "of June"; and where a full stop makes the day an ordinal, ". Juni".</summary>
    public int? Month()
    {
        var start = At;
        if (!words.IsEnglish)
        {
            SkipSign(".");
        }

        SkipOf();
        if (MonthName() is { } month)
        {
            return month;
        }

        At = start;
        return null;
    }

    public int? MonthName()
    {
        if (Token is not { Kind: DateTokenKind.Word } word || words.Month(word.Text) is not { } month)
        {
            return null;
        }

        At++;
        if (words.IsShortMonth(word.Text))
        {
            SkipSign(".");
        }

        return month;
    }

    /// <summary>Those that stand before a group of dates, joined as its dates are.</summary>
    public List<(WrittenWeekday Weekday, bool Plural)> Weekdays()
    {
        var weekdays = new List<(WrittenWeekday, bool)>();
        var start = At;
        while (Weekday() is { } weekday)
        {
            weekdays.Add(weekday);
            start = At;
            if (Separator() is null)
            {
                break;
            }
        }

        At = start;
        if (weekdays.Count > 0)
        {
            SkipToDate();
        }

        return weekdays;
    }

    public WrittenWeekday? WeekdayBeforeDate()
    {
        if (Weekday() is not { } weekday)
        {
            return null;
        }

        SkipToDate();
        return weekday.Weekday;
    }

    public (WrittenWeekday Weekday, bool Plural)? Weekday()
    {
        if (Token is not { Kind: DateTokenKind.Word } word || words.Weekday(word.Text) is not var (day, plural))
        {
            return null;
        }

        At++;
        if (word.Length <= 5)
        {
            SkipSign(".");
        }

        return (new WrittenWeekday(day, word.Start, word.Length), plural);
    }

    public void SkipOf()
    {
        if (Token is { Kind: DateTokenKind.Word } of && DateWords.IsOf(of.Text))
        {
            At++;
        }
    }

    public void SkipThe()
    {
        if (Token is { Kind: DateTokenKind.Word } the && DateWords.IsThe(the.Text))
        {
            At++;
        }
    }

    /// <summary>Passes what joins two dates: whether it makes a range of them, or null when nothing joins them.</summary>
    public bool? Separator()
    {
        var start = At;
        var hasComma = SkipSign(",");
        var isRange = false;
        if (Token is { Kind: DateTokenKind.Word or DateTokenKind.Sign } word && (DateWords.IsList(word.Text) || DateWords.IsRange(word.Text)))
        {
            isRange = DateWords.IsRange(word.Text);
            At++;
        }
        else if (!hasComma)
        {
            At = start;
            return null;
        }

        while (Token is { Kind: DateTokenKind.Word } filler && (DateWords.IsRelative(filler.Text) || DateWords.IsThe(filler.Text)))
        {
            At++;
        }

        return isRange;
    }

    public bool SkipSign(string sign)
    {
        if (Token is not { Kind: DateTokenKind.Sign } token || token.Text != sign)
        {
            return false;
        }

        At++;
        return true;
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
}
