using NodaTime;
using SecPress.Checks.Editions;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;
using SecPress.Model.Settings;
using SecPress.Tests.Model;

namespace SecPress.Tests.Checks.Editions;

public sealed class EditionChecksTests
{
    private const string Preheader = "What the working group agreed in June, and what comes next";

    [Fact]
    public void Says_nothing_of_an_edition_within_its_budget() => Assert.Empty(Codes(Of("<p>Fine words</p>", "Fine words")));

    [Theory]
    [InlineData(99_000, "SP402")]
    [InlineData(99_001, "SP401")]
    [InlineData(81_920, null)]
    [InlineData(81_921, "SP402")]
    public void Holds_the_html_below_what_Gmail_cuts_off(int bytes, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(Of(new string('x', bytes), "")));

    [Theory]
    [InlineData(8_192, 8_192, null)]
    [InlineData(8_193, 1, "SP404")]
    [InlineData(8_192, 8_193, "SP403")]
    public void Holds_the_style_below_what_Gmail_reads(int first, int second, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            Codes(Of("", "") with { Facts = new EditionFacts(Preheader, [], [], [first, second]) }));

    [Theory]
    [InlineData("{{ title }}")]
    [InlineData("Dear [[name")]
    public void Finds_a_token_that_was_left(string text) => Assert.Equal(["SP405"], Codes(Of("", text)));

    [Fact]
    public void Finds_a_control_character() => Assert.Equal(["SP406"], Codes(Of("a\u0085b", "")));

    [Fact]
    public void Wants_every_link_whole_in_the_plain_text()
    {
        var facts = new EditionFacts(Preheader, [], ["https://example.com/a", "https://example.com/b"], []);
        Assert.Equal(["SP407"], Codes(Of("", "[1] https://example.com/a") with { Facts = facts }));
    }

    [Fact]
    public void Wants_the_words_of_the_html_in_the_plain_text()
    {
        var words = Enumerable.Range(100, 20).Select(i => "word" + i).ToArray();
        var facts = new EditionFacts(Preheader, [.. words], [], []);
        Assert.Empty(Codes(Of("", string.Join(' ', words.Skip(1))) with { Facts = facts }));
        Assert.Equal(["SP408"], Codes(Of("", string.Join(' ', words.Skip(2))) with { Facts = facts }));
    }

    [Fact]
    public void One_word_of_a_very_short_email_may_be_put_differently()
    {
        var facts = new EditionFacts(Preheader, ["agreed", "from", "panel"], [], []);
        Assert.Empty(Codes(Of("", "Panel agreed") with { Facts = facts }));
        Assert.Equal(["SP408"], Codes(Of("", "Panel") with { Facts = facts }));
    }

    [Theory]
    [InlineData(39, "SP409")]
    [InlineData(40, null)]
    [InlineData(130, null)]
    [InlineData(131, "SP409")]
    public void Wants_a_preheader_that_clients_can_show(int length, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            Codes(Of("", "") with { Facts = new EditionFacts(new string('x', length), [], [], []) }));

    [Fact]
    public void Warns_when_nobody_sends()
    {
        var bag = new DiagnosticBag();
        EditionChecks.Run(ModelBuilder.Settings with { Email = new EmailSettings { From = new Mailbox("", "a@example.org") } }, bag);
        Assert.Empty(bag.ToSorted());
        EditionChecks.Run(ModelBuilder.Settings, bag);
        Assert.Equal("SP410", Assert.Single(bag.ToSorted()).Rule.Code);
    }

    private static Edition Of(string html, string text) =>
        new(ModelBuilder.Issue("2017-06", new LocalDate(2017, 6, 29)), "Subject", MergeText.Parse(html), MergeText.Parse(text))
        {
            Facts = new EditionFacts(Preheader, [], [], []),
        };

    private static IEnumerable<string> Codes(Edition edition)
    {
        var bag = new DiagnosticBag();
        EditionChecks.Run(edition, bag);
        return bag.ToSorted().Select(d => d.Rule.Code);
    }
}
