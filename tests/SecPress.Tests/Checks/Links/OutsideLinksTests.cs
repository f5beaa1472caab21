using SecPress.Checks.Links;
using SecPress.Model.Diagnostics;
using SecPress.Model.Links;

namespace SecPress.Tests.Checks.Links;

public sealed class OutsideLinksTests
{
    private static readonly LinkAnswer Silent = new(LinkState.Unreachable, "nothing listens there");

    [Theory]
    [InlineData(LinkState.Broken, "SP049: https://a.example/ does not open: it answers 404 Not Found")]
    [InlineData(LinkState.Unreachable, "SP049: https://a.example/ does not open: it answers 404 Not Found")]
    [InlineData(LinkState.Moved, "SP050: https://a.example/ has moved for good")]
    [InlineData(LinkState.Refused, null)]
    [InlineData(LinkState.Answers, null)]
    public void Says_what_an_answer_means_for_an_editor(LinkState state, string? finding)
    {
        var at = new SourceFile("content/issues/a.md", "https://a.example/").At(0, 18);
        var answer = new LinkAnswer(state, "it answers 404 Not Found", state == LinkState.Moved ? "https://b.example/" : null);
        var bag = new DiagnosticBag();
        OutsideLinks.Report(
            [new OutsideLink("https://a.example/", at), new OutsideLink("https://not-asked.example/", at)],
            new Dictionary<string, LinkAnswer> { ["https://a.example/"] = answer },
            bag);
        Assert.Equal(finding is null ? [] : [finding], bag.ToSorted().Select(d => $"{d.Rule.Code}: {d.Message}"));
    }

    [Fact]
    public void A_machine_is_out_of_reach_when_none_of_several_sites_answers()
    {
        Assert.True(OutsideLinks.AreOutOfReach(Answers("https://a.example/", "https://b.example/", "https://c.example/")));
        Assert.False(OutsideLinks.AreOutOfReach(Answers("https://a.example/1", "https://a.example/2", "https://b.example/")));
        var answers = Answers("https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/");
        answers["https://d.example/"] = new LinkAnswer(LinkState.Broken, "it answers 404 Not Found");
        Assert.False(OutsideLinks.AreOutOfReach(answers));
    }

    private static Dictionary<string, LinkAnswer> Answers(params string[] urls) => urls.ToDictionary(u => u, _ => Silent, StringComparer.Ordinal);
}
