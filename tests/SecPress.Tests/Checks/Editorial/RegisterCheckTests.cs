using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class RegisterCheckTests
{
    private static readonly FindingsOf Rules = new("SP112", "SP113", "SP114");

    private const string Introduced = "{ id: CP036, title: One id for two roles, event: raised }";

    private const string Registers = """
        registers:
          - id: proposals
            pattern: 'CP\d{3}'
            events: [raised, refinement, report, { id: done, state: done }, { id: rejected, state: stopped }]

        """;

    [Theory]
    [InlineData("The Panel looked at CP063.", "SP114")]
    [InlineData("The Panel looked at CP036.", null)]
    [InlineData("The Panel looked at CP063 ‘Longer evenings’.", null)]
    [InlineData("The Panel looked at CP063 ' Longer evenings '.", null)]
    [InlineData("The Panel looked at CP063 \"Longer evenings\".", null)]
    [InlineData("The Panel looked at CP063 – Longer evenings.", null)]
    [InlineData("The Panel looked at CP063 (Longer evenings).", null)]
    [InlineData("The Panel looked at ‘Longer evenings’ (CP063).", null)]
    [InlineData("The Panel looked at Longer Evenings (CP063).", null)]
    [InlineData("The Panel looked at [CP063 and its longer evenings](https://example.org/).", null)]
    [InlineData("## CP063 Longer evenings\n\nThe Panel looked at it.", null)]
    [InlineData("Table: Proposals\n\n| Id | Title |\n|--|--|\n| CP063 | Much longer evenings |", null)]
    [InlineData("The Panel looked at CP063 and CP064 together.", "SP114,SP114")]
    [InlineData("The Panel looked at CP063 - it is new.", "SP114")]
    [InlineData("The Panel looked at CP063, and then at CP063 again.", "SP114")]
    public void An_id_that_was_never_introduced_has_its_title_beside_it_or_is_a_slip(string text, string? codes) =>
        Assert.Equal(codes?.Split(',') ?? [], Rules.Codes(Issue("2017-06-29", Introduced, text)));

    [Theory]
    [InlineData("{ id: CP037, event: raised }", "Nothing more.", "SP112")]
    [InlineData("{ id: CP037, event: raised }", "So CP037 ‘Longer evenings’ begins.", null)]
    [InlineData("{ id: CP037, title: Longer evenings, event: raised }", "So CP037 begins.", null)]
    [InlineData("{ id: CP037, event: raised }\n  - { id: CP037, title: Longer evenings, event: decided }", "So CP037 begins.", null)]
    public void The_first_issue_that_names_an_entry_gives_its_title(string step, string text, string? code) =>
        Assert.Equal(code is null ? [] : [code], Rules.Codes(Issue("2017-06-29", step, text)));

    [Fact]
    public void A_later_issue_need_not_give_the_title_again() =>
        Assert.Empty(Rules.Codes(Issue("2017-05-25", Introduced, "It is new."), Issue("2017-06-29", "{ id: CP036, event: decided }", "CP036 is done.")));

    [Fact]
    public void A_title_that_comes_later_is_missed_at_the_first_mention() =>
        Assert.Equal(["SP112"], Rules.Codes(
            Issue("2017-05-25", "{ id: CP035, title: Another, event: raised }", "CP036 is coming."), Issue("2017-06-29", Introduced, "CP036 is here.")));

    [Fact]
    public void A_register_that_only_links_its_ids_is_left_alone() =>
        Assert.Empty(Rules.Codes("The Panel looked at CP063 and CP064.\n"));

    [Theory]
    [InlineData("refinement", "raised", "SP113")]
    [InlineData("refinement", "refinement", null)]
    [InlineData("refinement", "report", null)]
    [InlineData("done", "report", "SP113")]
    [InlineData("done", "rejected", "SP113")]
    [InlineData("done", "done", null)]
    [InlineData("report", "rejected", null)]
    public void A_state_never_moves_backwards(string before, string after, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(Issue("2017-05-25", Step(before), "News."), Issue("2017-06-29", Step(after), "News.")));

    [Fact]
    public void Steps_of_one_issue_may_come_in_any_order_unless_their_dates_say_otherwise()
    {
        Assert.Empty(Codes(Issue("2017-06-29", $"{Step("report")}\n  - {Step("raised")}", "News.")));
        Assert.Empty(Codes(Issue("2017-06-29", $"{Step("report", "2017-06-01")}\n  - {Step("raised", "2017-06-01")}", "News.")));
        Assert.Empty(Codes(Issue("2017-06-29", $"{Step("report", "2017-06-01")}\n  - {Step("raised")}", "News.")));
        Assert.Equal(["SP113"], Codes(Issue("2017-06-29", $"{Step("report", "2017-06-01")}\n  - {Step("raised", "2017-06-02")}", "News.")));
    }

    [Fact]
    public void What_happened_earlier_may_be_told_later() =>
        Assert.Empty(Codes(Issue("2017-05-25", Step("refinement"), "News."), Issue("2017-06-29", Step("raised", "2017-05-02"), "News.")));

    [Fact]
    public void The_whole_story_may_be_told_again() =>
        Assert.Empty(Codes(Issue("2017-05-25", Step("refinement"), "News."), Issue("2017-06-29", $"{Step("raised")}\n  - {Step("refinement")}", "News.")));

    [Fact]
    public void Says_what_was_meant_and_where_it_went_backwards() => Golden.Verify(Rules.Text(Find(
        Issue("2017-05-25", Step("refinement"), "News."),
        Issue("2017-06-29", Step("raised") + "\n  - { id: CP037, event: raised }", "The Panel looked at CP063 and CP099."))));

    private static string Step(string name, string? date = null) =>
        $"{{ id: CP036, title: One id for two roles, event: {name}{(date is null ? "" : ", date: " + date)} }}";

    private static IEnumerable<string> Codes(params string[] issues) => Rules.Codes(Find(issues));

    private static SecPress.Model.Diagnostics.DiagnosticBag Find(params string[] issues) =>
        EditorialSite.Find(Fixture.Settings.Replace(Fixture.Settings.Split('\n').Single(l => l.StartsWith("registers:", StringComparison.Ordinal)) + "\n", Registers, StringComparison.Ordinal), issues);

    private static string Issue(string sent, string steps, string text) =>
        $"---\ntitle: June\nsent: {sent}\nmodifications:\n  - {steps}\n---\n{text}\n";
}
