using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using SecPress.Checks.Reading;
using SecPress.Content;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Tests.Content;
using SecPress.Tests.Model;

namespace SecPress.Tests.Checks.Reading;

public sealed class DateFinderTests
{
    private static readonly LocalDate Sent = new(2017, 6, 29);

    [Theory]
    [InlineData("Tuesday, 20th June 2017", "2017-06-20 Tuesday")]
    [InlineData("Tue 20 June", "2017-06-20 Tuesday")]
    [InlineData("Tues. 20 Jun. 2017", "2017-06-20 Tuesday")]
    [InlineData("20 June (Tuesday)", "2017-06-20 Tuesday")]
    [InlineData("June 20th (this Tuesday)", "2017-06-20 Tuesday")]
    [InlineData("20 June, a Tuesday.", "2017-06-20 Tuesday")]
    [InlineData("20 June, Tuesday.", "2017-06-20 Tuesday")]
    [InlineData("June 1st", "2017-06-01")]
    [InlineData("the 1st of June, 2017", "2017-06-01")]
    [InlineData("Tuesday the 20th of June", "2017-06-20 Tuesday")]
    [InlineData("Tuesday (20 June)", "2017-06-20 Tuesday")]
    [InlineData("Tuesday 2017-06-20", "2017-06-20 Tuesday")]
    [InlineData("2017-06-20 (Tue)", "2017-06-20 Tuesday")]
    [InlineData("2017-06-20T10:00", "2017-06-20")]
    [InlineData("Tuesday, June 20, 2017", "2017-06-20 Tuesday")]
    [InlineData("JUNE 20 2017", "2017-06-20")]
    [InlineData("20.06.2017", "2017-06-20")]
    [InlineData("20/06/2017 and 06/20/2017", "2017-06-20|2017-06-20")]
    [InlineData("5 May next year and 5 May last year", "2018-05-05|2016-05-05")]
    public void Reads_a_date_in_any_form(string text, string dates) => Assert.Equal(dates, Read(text));

    [Theory]
    [InlineData("12th and 26th July 2017", "2017-07-12|2017-07-26")]
    [InlineData("July 12 and 26", "2017-07-12|2017-07-26")]
    [InlineData("July 12 and 26, 2018", "2018-07-12|2018-07-26")]
    [InlineData("July 12 and 26 at noon", "2017-07-12|2017-07-26")]
    [InlineData("July 12 and 26 people", "2017-07-12")]
    [InlineData("July 12th and 26th, people", "2017-07-12|2017-07-26")]
    [InlineData("July 5, 12 and 26 people", "2017-07-05")]
    [InlineData("5, 12 and 26 July", "2017-07-05|2017-07-12|2017-07-26")]
    [InlineData("July 12 and 26 August", "2017-07-12|2017-08-26")]
    [InlineData("Dec 13, Dec 20, and Dec 27", "2017-12-13|2017-12-20|2017-12-27")]
    [InlineData("Tuesday 4 and Thursday 6 July", "2017-07-04 Tuesday|2017-07-06 Thursday")]
    [InlineData("Wednesdays 12 and 26 July", "2017-07-12 Wednesday|2017-07-26 Wednesday")]
    [InlineData("Wednesday, 12 and 27 July", "2017-07-12 Wednesday|2017-07-27")]
    [InlineData("Tuesday or Wednesday, 5 July", "2017-07-05")]
    [InlineData("June 9, Friday June 16", "2017-06-09|2017-06-16 Friday")]
    [InlineData("Wednesday 5 July / 19:00 PDT Tuesday 4 July", "2017-07-05 Wednesday|2017-07-04 Tuesday")]
    public void Reads_a_list(string text, string dates) => Assert.Equal(dates, Read(text));

    [Theory]
    [InlineData("30 June–2 July", "2017-06-30|–2017-07-02")]
    [InlineData("June 1-7, 2017", "2017-06-01|–2017-06-07")]
    [InlineData("June 5 - 3 of them", "2017-06-05")]
    [InlineData("June 5 - 12 of them", "2017-06-05")]
    [InlineData("Monday to Wednesday, 3–5 July", "2017-07-03 Monday|–2017-07-05 Wednesday")]
    [InlineData("from Monday 3 to Wednesday 5 July", "2017-07-03 Monday|–2017-07-05 Wednesday")]
    [InlineData("last Friday to this Thursday, June 2nd through June 8th", "2017-06-02 Friday|–2017-06-08 Thursday")]
    [InlineData("30 December – 2 January 2018", "2017-12-30|–2018-01-02")]
    [InlineData("30 December 2017 to 2 January", "2017-12-30|–2018-01-02")]
    [InlineData("1 February to 20 June 2017", "2017-02-01|–2017-06-20")]
    [InlineData("12 January 2016 and 6 June", "2016-01-12|2016-06-06")]
    public void Reads_a_range(string text, string dates) => Assert.Equal(dates, Read(text));

    [Theory]
    [InlineData("5/6/2017")]
    [InlineData("Friday (8/12)")]
    [InlineData("June 2017")]
    [InlineData("you may 5 times")]
    [InlineData("The sun 3 times in may 5")]
    [InlineData("June 20:00")]
    [InlineData("June 10% more")]
    [InlineData("version 1.18 May")]
    [InlineData("June #5")]
    [InlineData("June 32")]
    [InlineData("Saturdays at 15:00")]
    [InlineData("Wednesday, and 1.9.10 in June")]
    [InlineData("We had 20. June came")]
    [InlineData("3 13-3.2017 1-2-3 99999999999999999999-99-99")]
    [InlineData("")]
    public void Takes_nothing_else_for_one(string text) => Assert.Equal("", Read(text));

    [Theory]
    [InlineData("mardi 20 juin 2017", "2017-06-20 Tuesday")]
    [InlineData("le mardi 20 juin", "2017-06-20 Tuesday")]
    [InlineData("mar. 20 juin", "2017-06-20 Tuesday")]
    [InlineData("Mardi 1er août", "2017-08-01 Tuesday")]
    [InlineData("20 juin (mardi)", "2017-06-20 Tuesday")]
    [InlineData("du lundi 3 au mercredi 5 juillet", "2017-07-03 Monday|–2017-07-05 Wednesday")]
    [InlineData("les 12 et 26 juillet", "2017-07-12|2017-07-26")]
    [InlineData("20. juin", "2017-06-20")]
    [InlineData("3 mars et 5 déc.", "2017-03-03|2017-12-05")]
    [InlineData("Tuesday 20 June", "2017-06-20 Tuesday")]
    public void Reads_dates_in_the_words_of_the_sites_language(string text, string dates)
    {
        var bag = new DiagnosticBag();
        var french = Fixture.Parse("hebdo", bag)!.Labels;
        Assert.Equal(dates, Read(text, Sent, french));
    }

    [Theory]
    [InlineData("2018-06-08", "June 1st through June 7th", "2018-06-01|–2018-06-07")]
    [InlineData("2017-12-20", "5 January", "2018-01-05")]
    [InlineData("2018-01-05", "20 December", "2017-12-20")]
    [InlineData("2017-06-29", "29 February", "2016-02-29")]
    [InlineData("2017-06-29", "31 June", "")]
    public void Takes_the_year_that_is_nearest_to_the_issue(string sent, string text, string dates) =>
        Assert.Equal(dates.Length == 0 ? "none" : dates, Read(text, NodaTime.Text.LocalDatePattern.Iso.Parse(sent).Value, ModelBuilder.Labels));

    [Fact]
    public void Knows_where_each_stands()
    {
        const string Text = "The SSC meets on Wednesdays, 12th and 26th July 2017, at noon";
        var found = Find(Text, Sent, ModelBuilder.Labels);
        Assert.Equal(["12th", "26th July 2017"], found.Select(d => Text.Substring(d.Start, d.Length)));
        Assert.All(found, d => Assert.Equal("Wednesdays", Text.Substring(d.Weekday!.Value.Start, d.Weekday.Value.Length)));
        Assert.All(found, d => Assert.Equal(0, d.Group));
        Assert.All(found, d => Assert.True(d.HasYear));
    }

    [Fact]
    public void Knows_which_belong_together_and_whether_a_year_is_written()
    {
        var found = Find("On 12 and 26 July, and not before 5 June 2017", Sent, ModelBuilder.Labels);
        Assert.Equal([0, 0, 1], found.Select(d => d.Group));
        Assert.Equal([false, false, true], found.Select(d => d.HasYear));
    }

    [Fact]
    public void Finds_any_date_again_in_any_form()
    {
        string[] days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        var months = ModelBuilder.Labels.Months;
        Func<LocalDate, string, string, string, string>[] forms =
        [
            (d, w, m, o) => $"{w} {d.Day} {m} {d.Year}",
            (d, w, m, o) => $"{w}, {d.Day}{o} {m} {d.Year}",
            (d, w, m, o) => $"{w}, the {d.Day}{o} of {m}, {d.Year}",
            (d, w, m, o) => $"{w[..3]} {d.Day:00} {m[..3]} {d.Year}",
            (d, w, m, o) => $"{w[..3]}. {d.Day} {(m.Length > 3 ? m[..3] + "." : m)} {d.Year}",
            (d, w, m, o) => $"{w}, {m} {d.Day}, {d.Year}",
            (d, w, m, o) => $"{w} {m} {d.Day}{o} {d.Year}",
            (d, w, m, o) => $"{w} ({d.Day} {m} {d.Year})",
            (d, w, m, o) => $"{d.Day} {m} {d.Year} ({w})",
            (d, w, m, o) => $"{m} {d.Day}{o}, {d.Year} (this {w[..3]})",
            (d, w, m, o) => $"{w} {d.Year:0000}-{d.Month:00}-{d.Day:00}",
            (d, w, m, o) => $"{d.Year:0000}-{d.Month:00}-{d.Day:00} ({w})",
            (d, w, m, o) => $"{w.ToUpperInvariant()} {d.Day} {m.ToUpperInvariant()} {d.Year}",
        ];
        var date = Gen.Int[0, 365 * 400].Select(n => new LocalDate(1700, 1, 1).PlusDays(n));
        Gen.Select(date, Any(forms), Any("", "It is on ", "(", "Before 5 pm on ", "12 of us met; "), Any("", ".", " at 10:00", ")", ": done", " 7 people came"))
            .Sample((day, form, before, after) =>
            {
                var ending = day.Day is 1 or 21 or 31 ? "st" : day.Day is 2 or 22 ? "nd" : day.Day is 3 or 23 ? "rd" : "th";
                var written = form(day, days[(int)day.DayOfWeek - 1], months[day.Month - 1], ending);
                var found = Assert.Single(Find(before + written + after, Sent, ModelBuilder.Labels));
                Assert.Equal(day, found.Date);
                Assert.Equal(day.DayOfWeek, found.Weekday?.Day);
                Assert.True(found.HasYear);
                Assert.InRange(found.Start, before.Length, before.Length + written.Length);
                Assert.InRange(found.End, before.Length, before.Length + written.Length);
            });
    }

    [Fact]
    public void Stays_calm_whatever_it_reads()
    {
        var piece = Any("Tuesday", "Mon", "5", "31", "20th", "June", "Dec", ".", ",", "(", ")", "-", "–", "and", "to", "the", "of", "2017", "2017-06-20", "/", "next", "year", "a", " ");
        piece.List[0, 14].Select(p => string.Join(' ', p)).Sample(text =>
        {
            foreach (var date in Find(text, Sent, ModelBuilder.Labels))
            {
                Assert.InRange(date.Start, 0, text.Length - date.Length);
                Assert.InRange(date.Day, 1, 31);
                Assert.InRange(date.Month, 1, 12);
            }
        });
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Read(string text) => Read(text, Sent, ModelBuilder.Labels);

    private static string Read(string text, LocalDate sent, Labels labels) => string.Join('|', Find(text, sent, labels).Select(d =>
        (d.EndsRange ? "–" : "")
        + (d.Date is { } day ? $"{day.Year:0000}-{day.Month:00}-{day.Day:00}" : "none")
        + (d.Weekday is { } weekday ? $" {weekday.Day}" : "")));

    private static ImmutableArray<WrittenDate> Find(string text, LocalDate sent, Labels labels) => new DateFinder(new DateWords(labels)).In(text, sent);
}
