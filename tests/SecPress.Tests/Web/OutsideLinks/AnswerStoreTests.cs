using Microsoft.Extensions.Time.Testing;
using SecPress.Model.Links;
using SecPress.Tests.Support;
using SecPress.Web.OutsideLinks;

namespace SecPress.Tests.Web.OutsideLinks;

public sealed class AnswerStoreTests : IDisposable
{
    private const string Url = "https://example.org/page?a=\"b\"";

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2017, 7, 3, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(LinkState.Answers, 7 * 24)]
    [InlineData(LinkState.Moved, 7 * 24)]
    [InlineData(LinkState.Refused, 24)]
    [InlineData(LinkState.Broken, 1)]
    [InlineData(LinkState.Unreachable, 1)]
    public void An_answer_is_good_for_a_while(LinkState state, int hours)
    {
        var answer = new LinkAnswer(state, "it answers something", state == LinkState.Moved ? "https://example.org/new" : null);
        Store().Add(new Dictionary<string, LinkAnswer> { [Url] = answer });
        clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        Assert.Equal(answer, Store().Find(Url));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Store().Find(Url));
    }

    [Fact]
    public void An_answer_that_is_no_longer_good_leaves_the_file()
    {
        Store().Add(new Dictionary<string, LinkAnswer> { [Url] = new(LinkState.Broken, "it answers 404") });
        clock.Advance(TimeSpan.FromDays(1));
        Store().Add(new Dictionary<string, LinkAnswer> { ["https://example.org/other"] = new(LinkState.Answers) });
        Assert.DoesNotContain("404", folder.Read(".secpress/links.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "version": 2, "answers": {} }""")]
    [InlineData("""{ "version": 1, "answers": { "https://example.org/": { "asked": "yesterday", "state": "Answers", "detail": "", "moved-to": null } } }""")]
    [InlineData("""{ "version": 1, "answers": { "https://example.org/": { "state": "Perhaps" } } }""")]
    [InlineData("""{ "version": 1, "answers": { "https://example.org/": 3 } }""")]
    public void A_file_that_cannot_be_read_is_written_anew(string text)
    {
        folder.Write(".secpress/links.json", text);
        var store = Store();
        Assert.Null(store.Find("https://example.org/"));
        store.Add(new Dictionary<string, LinkAnswer> { [Url] = new(LinkState.Answers) });
        Assert.NotNull(Store().Find(Url));
    }

    private AnswerStore Store() => new(folder[".secpress/links.json"], clock);
}
