using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>What the rules of words and structure say to an editor.</summary>
public sealed class WordRuleTests
{
    private static readonly string[] Codes =
    [
        "SP110", "SP111", "SP115", "SP116", "SP117", "SP118", "SP119", "SP120", "SP121", "SP122", "SP123", "SP124", "SP125", "SP134", "SP135", "SP136",
        "SP137",
    ];

    [Fact]
    public void Say_what_is_wrong_and_how_to_mend_it()
    {
        const string may = """
            ---
            title: May
            sent: 2017-05-29
            revisions:
              - { date: 2017-06-02, note: Mended a date }
            ---
            The IMR is ready.
            """;
        const string june = """
            ---
            title: June - Updated
            sent: 2017-06-29
            highlights:
              - { colour: blue, text: Nominations are open }
              - { colour: blue, text: Modifcation report }
              - { colour: blue, text: "CP036: single sign-on" }
              - { colour: blue, text: Our day is on 14 July, section: day-on-13-july }
            ---
            ## Modification report

            The Panel considered the IMR and the SRTA for:

            The Panel agreed – after a while - that CP036 proceeds.  The sub committee's view is "yes", the Modifcation’s is “no”.

            ## CP036 issues

            #### Day on 13 July

            See [here](https://example.org/a), <https://example.org/b>, the [minutes](https://example.org/a), the [minutes](https://example.org/b)
            and [](https://example.org/c). This search and rescue trial agreement (SRTA) is new.

            ## CP036 issues
            """;
        var bag = EditorialSite.Find(Fixture.Settings + "style: { terms: [Sub-Committee, Modification] }\n", may, june);
        Golden.Verify(string.Join('\n', bag.ToSorted().Where(d => Codes.Contains(d.Rule.Code)).Select(d => SecPress.Cli.Printing.DiagnosticText.Format(d))));
    }
}
