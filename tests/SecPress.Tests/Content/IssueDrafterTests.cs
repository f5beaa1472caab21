using NodaTime;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

public sealed class IssueDrafterTests
{
    private const string Last = """
        ---
        title: Bulletin June 2017 - Updated
        sent: 2017-06-29T09:30
        committees:
          - { id: panel, met: 2017-06-09, next: [2017-06-30, 2017-07-14, 2017-08-11] }
          - { id: ssc, next: [2017-07-12, 2017-07-26] }
        accessions: { previous: 226, current: 245, acceded: 20, withdrawn: 0, expelled: 1 }
        calendar:
          - { date: 2017-07-26, start: "10:00", title: SSC Meeting 34, committee: ssc, number: 34 }
          - { date: 2017-08-11, title: Panel Meeting 47, committee: panel, number: 47 }
          - { date: 2017-08-20, title: "Open Day: what's next", location: "Hall 1, London" }
        ---

        ::: highlights
        :::

        ## The *Panel* & [others](/about/)

        Text.

        ### A setext-free heading

        ::: committee ssc
        :::

        ::: calendar
        :::

        ## Parties

        ::: accessions
        :::
        """;

    [Fact]
    public void Fills_a_new_issue_in_from_the_last_one()
    {
        var draft = DraftAfter(Last.Replace("::: highlights\n:::\n", "", StringComparison.Ordinal), new LocalDate(2017, 7, 27));
        Golden.Verify(draft);
    }

    [Fact]
    public void Starts_a_first_issue_from_the_settings() => Golden.Verify(DraftAfter(null, new LocalDate(2017, 7, 1)));

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=2WE,4WE", "2017-08-09 2017-08-23")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2017-07-28 2017-08-25")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,-1", "2017-07-31 2017-08-01")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=11,12", "2017-08-11")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE", "")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", "2017-07-31 2017-08-07 2017-08-14 2017-08-21")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU", "2017-08-07 2017-08-08 2017-08-21 2017-08-22")]
    public void Knows_the_days_of_a_recurrence_rule(string rule, string days)
    {
        var settings = Fixture.Settings.Replace("FREQ=MONTHLY;BYDAY=2WE,4WE", rule, StringComparison.Ordinal);
        var draft = DraftAfter(Last.Replace("::: highlights\n:::\n", "", StringComparison.Ordinal), new LocalDate(2017, 7, 27), settings);
        var line = draft.Split('\n').Single(l => l.Contains("id: ssc", StringComparison.Ordinal));
        var expected = days.Length == 0 ? "" : $", next: [{days.Replace(" ", ", ", StringComparison.Ordinal)}]";
        Assert.Equal($"  - {{ id: ssc, met: 2017-07-26{expected} }}", line);
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=MONTHLY")]
    [InlineData("FREQ=MONTHLY;BYDAY=6WE")]
    [InlineData("FREQ=WEEKLY;BYDAY=2WE")]
    [InlineData("BYDAY=WE")]
    [InlineData("every Wednesday")]
    public void Refuses_a_recurrence_rule_it_does_not_know(string rule)
    {
        var bag = new DiagnosticBag();
        Fixture.ParseIssue(Fixture.FrontMatter, bag, Fixture.Settings.Replace("FREQ=MONTHLY;BYDAY=2WE,4WE", rule, StringComparison.Ordinal));
        Assert.Equal("'meets' should be a recurrence rule of the iCalendar kind", bag.ToSorted().Single().Message);
    }

    [Theory]
    [InlineData("2017-06", "2017-07", "2017-07-27")]
    [InlineData("2017-06-29-update", "2017-07-27-update", "2017-07-27-update")]
    [InlineData("news-2017-06", "news-2017-07", "news-2017-07-27")]
    [InlineData("june-2017", "july-2017", "2017-07-27")]
    [InlineData("issue-009", "issue-010", "issue-011")]
    [InlineData("welcome", "2017-07", "2017-07-27")]
    public void Names_the_next_issue_as_the_last_one_is_named(string last, string first, string second)
    {
        var bag = new DiagnosticBag();
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings);
        folder.Write($"content/issues/{last}.md", Fixture.FrontMatter);
        var plan = new IssuePlan(new LocalDate(2017, 7, 27));
        Assert.Equal(first, IssueDrafter.Draft(Fixture.ParseFolder(folder.Path, bag)!, plan).Name);
        folder.Write($"content/issues/{first}.md", Fixture.FrontMatter.Replace("2017-06-29", "2017-07-27", StringComparison.Ordinal));
        Assert.Equal(second, IssueDrafter.Draft(Fixture.ParseFolder(folder.Path, bag)!, plan).Name);
    }

    [Theory]
    [InlineData("Bulletin June 2017", "Bulletin July 2017")]
    [InlineData("News of 29 June 2017", "News of 27 July 2017")]
    [InlineData("Week 42", "Week 43")]
    [InlineData("The year 2017", "Standards Bulletin July 2017")]
    [InlineData("Welcome", "Standards Bulletin July 2017")]
    public void Titles_the_next_issue_as_the_last_one_is_titled(string last, string next)
    {
        var draft = DraftAfter($"---\ntitle: {last}\nsent: 2017-06-29\n---\n", new LocalDate(2017, 7, 27));
        Assert.Contains($"title: {next}\n", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminds_of_what_is_still_open_in_comments()
    {
        var draft = DraftAfter(
            """
            ---
            title: June
            sent: 2017-06-29
            modifications:
              - { id: CP001, event: raised, date: 2017-06-01 }
              - { id: CP002, event: raised, date: 2016-06-01 }
            consultations:
              - { title: "Ours: open", closes: 2017-08-01, link: "https://example.org/x" }
              - { title: Over, closes: 2017-07-01 }
              - { title: Withdrawn, closes: 2017-08-01, status: withdrawn }
            ---
            """,
            new LocalDate(2017, 7, 27));
        Golden.Verify(draft);
    }

    private static string DraftAfter(string? last, LocalDate date, string settings = Fixture.Settings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", settings);
        if (last is not null)
        {
            folder.Write("content/issues/2017-06.md", last);
        }

        var bag = new DiagnosticBag();
        var draft = IssueDrafter.Draft(Fixture.ParseFolder(folder.Path, bag)!, new IssuePlan(date)).Text;
        folder.Write("content/issues/draft.md", draft);
        var parsed = Fixture.ParseFolder(folder.Path, bag)!.Issues.Single(i => i.Slug == "draft");
        Assert.Equal("", DiagnosticText.Of(bag));
        Assert.True(parsed.Draft);
        Assert.Equal(date, parsed.Sent);
        return draft;
    }
}
