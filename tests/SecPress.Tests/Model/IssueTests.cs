using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Tests.Model;

public sealed class IssueTests
{
    private static readonly Issue June = ModelBuilder.Issue(
        "2017-06", new LocalDate(2017, 6, 29), "Engagement Day", "SECMP0036 Issued for Modification Report Consultation", "Final Drop 4 Content");

    [Theory]
    [InlineData("Engagement Day on 13 July", null, "engagement-day")]
    [InlineData("SECMP0036 ‘Single User’ - Modifcation Report Consultation", null, "secmp0036-issued-for-modification-report-consultation")]
    [InlineData("Anything", "final-drop-4-content", "final-drop-4-content")]
    [InlineData("Anything", "#engagement-day", "engagement-day")]
    [InlineData("Engagement Day", "no-such-section", null)]
    [InlineData("Parties and accessions", null, null)]
    public void A_highlight_finds_its_section(string text, string? section, string? expected) =>
        Assert.Equal(expected, SectionFinder.Find(June, ModelBuilder.Highlight(text, section))?.Id);

    [Fact]
    public void Parts_that_the_body_places_are_not_laid_out_again()
    {
        var ssc = new Committee("ssc", "Security Sub-Committee", "SSC", null);
        var issue = June with
        {
            Highlights = [ModelBuilder.Highlight("One")],
            Committees = [new CommitteeUpdate { Committee = ssc }],
            Accessions = new PartyCount(1, 2, 1, 0, 0, null, TextSpan.None),
            Body = new Document([new PartPlacement(TextSpan.None, PartKind.Committee, "ssc")], []),
        };
        Assert.Equal(["part-highlights", "part-committee-ssc", "part-accessions"], Parts.Of(issue).Select(p => p.Anchor));
        Assert.Equal(["part-highlights", "part-accessions"], Parts.Unplaced(issue).Select(p => p.Anchor));
    }

    [Fact]
    public void Was_last_changed_when_its_newest_revision_says() =>
        Assert.Equal(
            new LocalDate(2017, 7, 3),
            (June with { Revisions = [new Revision(new LocalDate(2017, 7, 3), "Mended a date", [], TextSpan.None)] }).LastChanged);

    [Fact]
    public void Dates_are_written_by_the_languages_own_pattern()
    {
        Assert.Equal("Thursday 29 June 2017", ModelBuilder.Labels.Date(June.Sent));
        Assert.Equal("Thu 29/06 Jun", ModelBuilder.Labels.Date(June.Sent, "short"));
        Assert.Equal("2 of 3", ModelBuilder.Labels.Format("count", 2, 3));
        Assert.Equal("no.such.key", ModelBuilder.Labels["no.such.key"]);
    }
}
