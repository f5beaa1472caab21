using System.Net;
using SecPress.Model.Links;
using SecPress.Web.OutsideLinks;

namespace SecPress.Tests.Web.OutsideLinks;

public sealed class LinkProberTests : IDisposable
{
    private readonly LoopbackSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("200 OK", LinkState.Answers, "")]
    [InlineData("204 No Content", LinkState.Answers, "")]
    [InlineData("404 Not Found", LinkState.Broken, "it answers 404 Not Found")]
    [InlineData("410 Gone", LinkState.Broken, "it answers 410 Gone")]
    [InlineData("500 Internal Server Error", LinkState.Broken, "it answers 500 Internal Server Error")]
    [InlineData("401 Unauthorized", LinkState.Refused, "it answers 401 Unauthorized")]
    [InlineData("403 Forbidden", LinkState.Refused, "it answers 403 Forbidden")]
    [InlineData("429 Too Many Requests", LinkState.Refused, "it answers 429 Too Many Requests")]
    public async Task An_answer_comes_to_one_of_few_things(string answer, LinkState state, string detail)
    {
        site.Answer("/page", answer);
        Assert.Equal(new LinkAnswer(state, detail), await AskAsync("/page"));
    }

    [Fact]
    public async Task Asks_for_the_head_alone_and_says_who_asks()
    {
        site.Answer("/page?a=b", "200 OK");
        await AskAsync("/page?a=b");
        Assert.Equal(["HEAD /page?a=b"], site.Requests);
        Assert.Equal(["SecPress/0 (tests)"], site.UserAgents);
    }

    [Theory]
    [InlineData("405 Method Not Allowed")]
    [InlineData("501 Not Implemented")]
    [InlineData("404 Not Found")]
    public async Task Asks_for_the_whole_where_the_head_is_refused(string refusal)
    {
        site.Answer("HEAD /page", refusal).Answer("GET /page", "200 OK");
        Assert.Equal(LinkState.Answers, (await AskAsync("/page")).State);
        Assert.Equal(["HEAD /page", "GET /page"], site.Requests);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_page_that_has_moved_for_good_says_where_to(string answer)
    {
        site.Answer("/old", $"{answer}\r\nLocation: /new").Answer("/new", "200 OK");
        Assert.Equal(new LinkAnswer(LinkState.Moved, MovedTo: site.Url("/new")), await AskAsync("/old"));
    }

    [Fact]
    public async Task A_page_that_is_elsewhere_for_now_is_there()
    {
        site.Answer("/page", "302 Found\r\nLocation: /now").Answer("/now", "200 OK");
        Assert.Equal(new LinkAnswer(LinkState.Answers), await AskAsync("/page"));
    }

    [Fact]
    public async Task What_follows_a_passing_redirect_is_not_where_it_has_moved_to()
    {
        site.Answer("/old", "301 Moved\r\nLocation: /new").Answer("/new", "302 Found\r\nLocation: /login").Answer("/login", "200 OK");
        Assert.Equal(site.Url("/new"), (await AskAsync("/old")).MovedTo);
    }

    [Fact]
    public async Task A_page_that_has_moved_to_nowhere_is_broken()
    {
        site.Answer("/old", "301 Moved\r\nLocation: /new");
        Assert.Equal(new LinkAnswer(LinkState.Broken, "it answers 404 Not Found"), await AskAsync("/old"));
    }

    [Fact]
    public async Task A_circle_has_an_end()
    {
        site.Answer("/a", "302 Found\r\nLocation: /b").Answer("/b", "302 Found\r\nLocation: /a");
        Assert.Equal(new LinkAnswer(LinkState.Broken, "it leads on more than 10 times"), await AskAsync("/a"));
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_asked_to_and_tries_once_more()
    {
        site.Answer("HEAD /page", "429 Too Many Requests\r\nRetry-After: 0").Answer("GET /page", "200 OK");
        Assert.Equal(LinkState.Answers, (await AskAsync("/page")).State);
        Assert.Equal(["HEAD /page", "GET /page"], site.Requests);
    }

    [Fact]
    public async Task Waits_no_longer_than_it_has_patience()
    {
        site.Answer("/page", "429 Too Many Requests\r\nRetry-After: 3600");
        Assert.Equal(LinkState.Refused, (await AskAsync("/page")).State);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Silence_and_a_hung_up_connection_are_told()
    {
        site.Answer("/silence", "silence").Answer("/hangs-up", "");
        Assert.Equal(LinkState.Unreachable, (await AskAsync("/silence", TimeSpan.FromMilliseconds(200))).State);
        Assert.Equal(LinkState.Unreachable, (await AskAsync("/hangs-up")).State);
    }

    [Fact]
    public async Task Nobody_at_a_port_is_told()
    {
        var port = site.Port;
        site.Dispose();
        var url = $"http://127.0.0.1:{port}/";
        Assert.Equal(new LinkAnswer(LinkState.Unreachable, "nothing listens there"), (await ProbeAsync([url]))[url]);
    }

    // By its name it is another host than by its number, and both are this machine.
    [Fact]
    public async Task A_redirect_does_not_lead_into_a_private_network()
    {
        site.Answer("/page", $"302 Found\r\nLocation: http://localhost:{site.Port}/secret").Answer("/secret", "200 OK");
        Assert.Equal(new LinkAnswer(LinkState.Unreachable, "it leads into a private network"), await AskAsync("/page"));
        Assert.DoesNotContain("HEAD /secret", site.Requests);
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_and_each_address_once()
    {
        var urls = Enumerable.Range(0, 8).Select(i => site.Url($"/{i % 4}")).ToList();
        var answers = await ProbeAsync(urls);
        Assert.Equal(4, answers.Count);
        Assert.Equal(1, site.MostAtOnce);
        Assert.Equal(4, site.Requests.Distinct().Count(r => r.StartsWith("HEAD ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("2001:4860:4860::8888", false)]
    public void Knows_which_addresses_are_private(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, PublicNetwork.IsPrivate(IPAddress.Parse(address)));

    private async Task<LinkAnswer> AskAsync(string path, TimeSpan? timeout = null) => (await ProbeAsync([site.Url(path)], timeout))[site.Url(path)];

    private static async Task<IReadOnlyDictionary<string, LinkAnswer>> ProbeAsync(IEnumerable<string> urls, TimeSpan? timeout = null)
    {
        using var prober = new LinkProber(new LinkProberOptions
        {
            UserAgent = "SecPress/0 (tests)",
            Pause = TimeSpan.Zero,
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
        });
        return await prober.AskAsync(urls);
    }
}
