using NodaTime;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content.Importing;

public sealed class PlainTextImportTests
{
    private const string Newsletter = """
        Skip to the kettles

        Copper Kettle Letter, June 2019

        Sent on : June 28, 2019

            blue-bullet  Lids must close
            green-bullet Open Workshop - 4th July 2019

        Lids must close

        Many a lid does not close, and steam is lost. The full note can be read here.
        KP014 was issued for Report Consultation on 20th June 2019.

        Guild News

        Proposals

        Where They Stand

        The Guild agreed for KP011 and KP012 to proceed to Review and KP014 to proceed to Report Consultation.

        Lid Safety Board

        At its June meeting, the Lid Board voted to approve KP009 ‘Handles that stay cool’. Members have 10 Working Days to refer it. If nobody refers it by 5 pm on 5th July 2019, it stands.

        Guild Council

        The Council met on Tuesday, 11th June 2019. What it talked about:

          • Spouts, and whether they drip;
          • The price of tin; and
          • A [new] hall_way.

        The next Council meetings are 9th and 23rd July 2019.

        Council SeatName
        Large MakersAda Brass (Re-appointed)
        Small MakersVacant
        ApprenticesTom Tinker

        Guild – Consultation on handles

        Handles were too hot. Answers are welcome at https://kettle.example.org/handles. The consultation closes on 30th July 2019.

        Members

        Numbers as of today:

         Current parties 1,245
         Accession of new members              20
         Members withdrawing      3

        Dates

         Date (2019)Meetings and Events
        4th JulyOpen Workshop
        9th JulyCouncil Meeting 33
        23rd JulyCouncil Meeting 34

        Prices

        Kettle	Price
        Small	£5
        Large | round	£9

        Closing Words

        1. Rinse.
        2. Fill it, and
           put it on the fire.

        Kettle Logo
        4 Boiler Row, Bristol
        2019 Guild of Kettle Makers. All Rights Reserved.
        """;

    [Fact]
    public void Recognises_what_a_newsletter_says_and_lists_the_rest()
    {
        var imported = ImportRun.Text(Newsletter);
        Golden.Verify(imported.ToString());
        using var run = new ImportRun();
        Assert.Equal("", run.Findings(imported));
    }

    [Fact]
    public void Joins_lines_that_were_broken_to_a_width()
    {
        var body = ImportRun.Text("""
            News

            Sent: 3 May 2019

            When the water is warm enough to hold a hand
            in it for as long as a verse of a song lasts,
            it is time.

            - one item that is longer than a line of this
              letter, so that it was broken
            - another
            """).Body;
        Assert.Equal(
            """
            When the water is warm enough to hold a hand in it for as long as a verse of a song lasts, it is time.

            - one item that is longer than a line of this letter, so that it was broken
            - another
            """.ReplaceLineEndings("\n"),
            body);
    }

    [Fact]
    public void Takes_the_headers_of_a_saved_mail()
    {
        var imported = ImportRun.Text("From: Ada <ada@example.org>\nTo: all\nSubject: Steam\nDate: Fri, 28 Jun 2019 10:00\n\nIt rises.\n");
        Assert.StartsWith("---\ntitle: Steam\nsent: 2019-06-28\n", imported.Text, StringComparison.Ordinal);
        Assert.Equal("It rises.", imported.Body);
        Assert.Contains(imported.Notes, n => n.Words == "From: Ada <ada@example.org>");
    }

    [Fact]
    public void A_colour_that_the_theme_lacks_makes_an_ordinary_list()
    {
        var imported = ImportRun.Text("News\n\n3 May 2019\n\nred-bullet Fire\nblue-bullet Water\n\nIt was so.\n");
        Assert.StartsWith("- Fire\n- Water\n", imported.Body, StringComparison.Ordinal);
        Assert.Contains(imported.Notes, n => n.Message.Contains("no colour 'red'", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_steps_in_one_sentence_are_for_a_person_to_tell_apart() =>
        Assert.DoesNotContain("modifications:", ImportRun.Text("News\n\n3 May 2019\n\nKP011 was raised and withdrawn.\n").Text, StringComparison.Ordinal);

    [Fact]
    public void Without_a_date_it_is_todays_and_says_so()
    {
        var imported = ImportRun.Text("News\n\nNothing happened.\n");
        Assert.Contains("sent: 2020-02-03\n", imported.Text, StringComparison.Ordinal);
        Assert.Contains(imported.Notes, n => n.Message.Contains("--date", StringComparison.Ordinal));
        var given = ImportRun.Text("News\n\nNothing happened.\n", options: ImportRun.Options with { Date = new LocalDate(2018, 1, 2), Slug = "first" });
        Assert.Contains("sent: 2018-01-02\n", given.Text, StringComparison.Ordinal);
        Assert.Equal("issues/first.md", given.Files[0].Path);
    }
}
