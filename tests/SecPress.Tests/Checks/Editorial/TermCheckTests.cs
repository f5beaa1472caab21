using CsCheck;

namespace SecPress.Tests.Checks.Editorial;

public sealed class TermCheckTests
{
    private const string Style = """
        style:
          terms:
            - Sub-Committee
            - Modification
            - Working Day
            - e-mail
            - SEC
            - Business Architecture Document
            - { term: DCC User, not: [DCC customer, user of the DCC] }
            - { term: people, not: [individuals] }

        """;

    [Theory]
    [InlineData("The sub committee met.", "The Sub-Committee met.")]
    [InlineData("The sub-committees met.", "The Sub-Committees met.")]
    [InlineData("The subcommittee's report.", "The Sub-Committee's report.")]
    [InlineData("The Subcommittee met.", "The Sub-Committee met.")]
    [InlineData("A modification is one.", "A Modification is one.")]
    [InlineData("Ten working days.", "Ten Working Days.")]
    [InlineData("Ten Working-Days.", "Ten Working Days.")]
    [InlineData("Send an email now.", "Send an e-mail now.")]
    [InlineData("Send an E-mail now.", "Send an e-mail now.")]
    [InlineData("The Sec met.", "The SEC met.")]
    [InlineData("A dcc customer asks.", "A DCC User asks.")]
    [InlineData("Some individuals asked. Individuals may.", "Some people asked. People may.")]
    [InlineData("| a |\n|---|\n| sub committee |", "| a |\n|---|\n| Sub-Committee |")]
    [InlineData("- A *modification* of [a modification](https://example.org/).", "- A *Modification* of [a Modification](https://example.org/).")]
    public void Mends_another_spelling_of_a_term(string body, string mended) => Assert.Equal(mended, Finding.Mended("SP134", body, Style));

    [Theory]
    [InlineData("The Modifcation is one.", "'Modifcation' is not how the house writes 'Modification'")]
    [InlineData("The modifcations are some.", "'modifcations' is not how the house writes 'modifications'")]
    [InlineData("A Buisness matter.", "'Buisness' is not how the house writes 'Business'")]
    [InlineData("An architekture.", "'architekture' is not how the house writes 'architecture'")]
    public void Finds_a_slip_in_a_long_word_and_leaves_the_mending_to_a_person(string body, string message)
    {
        Assert.EndsWith(message, Assert.Single(Finding.Of("SP134", body, Style)), StringComparison.Ordinal);
        Assert.Equal(body, Finding.Mended("SP134", body, Style));
    }

    [Theory]
    [InlineData("The Sub-Committee and its Sub-Committees, the Sub-Committee's and Sub‑Committee’s.")]
    [InlineData("E-mail them an e-mail.")]
    [InlineData("## Please E-Mail Us\n\nText.")]
    [InlineData("THE SUB-COMMITTEE MET.")]
    [InlineData("A sec, please.")]
    [InlineData("Run `modification` or read <https://example.org/modification> or https://example.org/a,modification.")]
    [InlineData("Write to modification@example.org.")]
    [InlineData("A post-modification review, a modification-led one.")]
    [InlineData("Businesses have architectures and architectural notifications.")]
    [InlineData("A Working Day of ten.")]
    [InlineData("The subcommitteeship.")]
    [InlineData("![A modification](a.png)")]
    [InlineData("The individualist.")]
    public void Leaves_alone_what_is_right_or_something_else(string body) => Assert.Empty(Finding.Of("SP134", body, Style));

    [Fact]
    public void A_longer_term_goes_before_a_shorter_one()
    {
        const string style = "style: { terms: [Committee, Sub-committee] }\n";
        Assert.Empty(Finding.Of("SP134", "The Sub-committee and the Committee.", style));
        Assert.Equal("The Sub-committee.", Finding.Mended("SP134", "The Sub-Committee.", style));
    }

    [Fact]
    public void Looks_at_front_matter_too()
    {
        var issue = """
            ---
            title: Modifcation and modification
            sent: 2017-06-29
            summary: "On the sub committee"
            highlights:
              - { colour: blue, text: "A sub committee" }
            modifications:
              - { id: CP036, title: One modification, event: raised }
            consultations:
              - { title: Another modification, issuer: SSC, closes: 2017-07-30 }
            calendar:
              - { date: 2017-07-10, title: Modifcations Question Hour }
            key-dates:
              - { date: 2017-07-10, text: A modification }
            ---
            Text.
            """;
        Assert.Equal(
            ["Modifcation", "modification", "sub committee", "sub committee", "modification", "modification", "Modifcations", "modification"],
            Finding.Words("SP134", issue, Style));
        Assert.Contains("title: One Modification, event", Finding.Mended("SP134", issue, Style), StringComparison.Ordinal);
        Assert.Contains("summary: \"On the Sub-Committee\"", Finding.Mended("SP134", issue, Style), StringComparison.Ordinal);
    }

    [Fact]
    public void Mends_a_title_and_not_the_same_words_before_it() => Assert.Contains(
        "{ issuer: sub committee, title: Sub-Committee, closes",
        Finding.Mended(
            "SP134",
            "---\ntitle: June\nsent: 2017-06-29\nconsultations:\n  - { issuer: sub committee, title: sub committee, closes: 2017-07-30 }\n---\nText.\n",
            Style),
        StringComparison.Ordinal);

    [Fact]
    public void Points_at_a_whole_text_that_YAML_folds_and_does_not_mend_it()
    {
        const string issue = "---\ntitle: June\nsent: 2017-06-29\nsummary: >-\n  On the sub\n  committee\n---\nText.\n";
        Assert.Single(Finding.Of("SP134", issue, Style));
        Assert.Equal(issue, Finding.Mended("SP134", issue, Style));
    }

    [Fact]
    public void Does_not_write_into_YAML_what_it_could_read_otherwise()
    {
        const string issue = "---\ntitle: On Cases\nsent: 2017-06-29\n---\nOn Cases.\n";
        Assert.Equal("---\ntitle: On Cases\nsent: 2017-06-29\n---\nOn Note: x.\n", Finding.Mended("SP134", issue, "style: { terms: [{ term: \"Note: x\", not: [Cases] }] }\n"));
    }

    [Fact]
    public void Finds_nothing_without_terms() => Assert.Empty(Finding.Of("SP134", "The sub committee and a modifcation."));

    [Fact]
    public void What_is_mended_stays_mended()
    {
        string[] spellings =
        [
            "sub committee", "Sub-Committee", "subcommittees", "modification", "MODIFICATION", "working-day", "E-Mail", "email.", "sec", "Sec", "and",
            "individuals",
        ];
        Gen.Int[0, spellings.Length - 1].Array[1, 12].Sample(
            chosen =>
            {
                var mended = Finding.Mended("SP134", string.Join(' ', chosen.Select(i => spellings[i])), Style);
                return Finding.Of("SP134", mended, Style).Count == 0;
            },
            iter: 60,
            threads: 1);
    }
}
