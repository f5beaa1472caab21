using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>The committee has four seats: two for large suppliers, of which one is vacant, and two others.</summary>
public sealed class SeatCheckTests
{
    private static readonly FindingsOf Rules = new("SP126");

    [Theory]
    [InlineData("There is one vacancy.")]
    [InlineData("There are 1 vacant seats.")]
    [InlineData("One seat remains vacant.")]
    [InlineData("One Large Supplier seat remains vacant.")]
    [InlineData("Three seats are filled.")]
    [InlineData("All Gas Networks seats are filled.")]
    [InlineData("No Gas Networks seat is vacant.")]
    [InlineData("One Consumer seat is vacant.")]
    [InlineData("There were two vacancies.")]
    [InlineData("Nominations for two vacancies are open.")]
    [InlineData("SECMP0022 created two additional seats which had to be filled.")]
    [InlineData("Two seats will be vacant in May.")]
    [InlineData("The seats are filled by election.")]
    [InlineData("Some seats are vacant.")]
    [InlineData("Two job vacancies.")]
    [InlineData("### There are two vacancies\n\nSee the website.")]
    public void Lets_pass_what_agrees_and_what_it_cannot_tell(string text) => Assert.Empty(Rules.Codes(Issue(text)));

    [Theory]
    [InlineData("There are two vacancies.")]
    [InlineData("There are no vacant seats.")]
    [InlineData("2 seats remain vacant.")]
    [InlineData("Two Large Supplier seats remain vacant.")]
    [InlineData("Two Large seats remain vacant.")]
    [InlineData("Two Large Supplier Member seats remain vacant.")]
    [InlineData("All seats are filled.")]
    [InlineData("All four seats have been filled.")]
    [InlineData("All of the seats are now filled.")]
    [InlineData("Four seats are filled.")]
    [InlineData("One Gas Networks seat is vacant.")]
    public void Finds_a_number_that_the_list_does_not_give(string text) => Assert.Equal(["SP126"], Rules.Codes(Issue(text)));

    [Fact]
    public void Another_committees_section_is_not_about_these_seats() =>
        Assert.Empty(Rules.Codes(Issue("All is well.\n\n## Code Panel\n\nThere are two vacancies.")));

    [Fact]
    public void Says_what_the_list_has() => Golden.Verify(Rules.Text(Issue("There are two vacancies. All seats are filled.")));

    private static string Issue(string text) => $$"""
        ---
        title: June
        sent: 2017-06-29
        committees:
          - id: ssc
            seats:
              - { category: Large Supplier, holder: A. Smith }
              - { category: Large Supplier, vacant: true }
              - { category: Gas Networks, holder: B. Jones }
              - { category: Electricity Networks, holder: C. Brown }
        ---
        ## Security Sub-Committee

        {{text}}

        """;
}
