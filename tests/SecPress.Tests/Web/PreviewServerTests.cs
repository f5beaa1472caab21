using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecPress.Tests.Web;

public sealed class PreviewServerTests
{
    [Fact]
    public async Task Serves_the_site_at_its_own_addresses_with_a_script_that_watches_over_it()
    {
        await using var site = await PreviewSite.StartAsync();
        var response = await site.SendAsync(HttpMethod.Get, "/issues/2017-06/");
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Contains("The Panel met.", page, StringComparison.Ordinal);
        Assert.Contains("<script type=\"module\" src=\"/_secpress/assets/page.js\" data-secpress-mark=", page, StringComparison.Ordinal);
        Assert.Contains("<p data-source=\"content/issues/2017-06.md:9\">", page, StringComparison.Ordinal);
        Assert.StartsWith("{", await site.TextAsync("/search/index.json"), StringComparison.Ordinal);
        Assert.Equal("image/png", (await site.SendAsync(HttpMethod.Get, "/share/2017-06.png")).Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("_secpress", await site.TextAsync("/feed.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/issues/2017-06", HttpStatusCode.Redirect)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/site.yml", HttpStatusCode.NotFound)]
    [InlineData("/content/issues/2017-06.md", HttpStatusCode.NotFound)]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("/%2e%2e/site.yml", HttpStatusCode.NotFound)]
    [InlineData("/%00", HttpStatusCode.BadRequest)]
    [InlineData("/_secpress", HttpStatusCode.Redirect)]
    [InlineData("/_secpress/desk/", HttpStatusCode.Redirect)]
    [InlineData("/_secpress/desk/2017-06", HttpStatusCode.OK)]
    [InlineData("/_secpress/desk/1999-01", HttpStatusCode.NotFound)]
    [InlineData("/_secpress/assets/desk.js", HttpStatusCode.OK)]
    [InlineData("/_secpress/assets/../PreviewServer.cs", HttpStatusCode.NotFound)]
    [InlineData("/_secpress/issues/2017-06/events.ics", HttpStatusCode.OK)]
    [InlineData("/_secpress/issues/2017-06/email.exe", HttpStatusCode.NotFound)]
    [InlineData("/_secpress/state?issue=1999-01", HttpStatusCode.NotFound)]
    [InlineData("/_secpress/anything", HttpStatusCode.NotFound)]
    public async Task Answers_each_address_as_a_host_would(string path, HttpStatusCode status)
    {
        await using var site = await PreviewSite.StartAsync();
        Assert.Equal(status, await StatusOfAsync(site, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{site.Address.Port}\r\n"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example:{0}\r\n", 421)]
    [InlineData("GET /_secpress/state?page=/ HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n", 421)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost:{0}\r\n", 200)]
    [InlineData("HEAD / HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\n", 200)]
    [InlineData("DELETE / HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\n", 405)]
    [InlineData("POST /issues/2017-06/ HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nContent-Length: 0\r\n", 405)]
    [InlineData("GET /_secpress/open?file=site.yml HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\n", 405)]
    [InlineData("NONSENSE\r\n", 400)]
    public async Task Refuses_what_it_was_not_meant_for(string request, int status)
    {
        await using var site = await PreviewSite.StartAsync();
        Assert.Equal(status, (int)await StatusOfAsync(site, request.Replace("{0}", $"{site.Address.Port}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refuses_headers_without_end()
    {
        await using var site = await PreviewSite.StartAsync();
        var request = $"GET / HTTP/1.1\r\nHost: 127.0.0.1:{site.Address.Port}\r\nX: {new string('x', 20_000)}\r\n";
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await StatusOfAsync(site, request));
    }

    [Fact]
    public async Task Below_a_folder_the_site_is_where_its_address_says()
    {
        await using var site = await PreviewSite.StartAsync();
        await site.WriteAsync("site.yml", "title: The Meter Post\nbase-url: https://example.org/news/\n");
        Assert.Equal("/news/", (await site.SendAsync(HttpMethod.Get, "/")).Headers.Location!.ToString());
        Assert.Contains("The Panel met.", await site.TextAsync("/news/issues/2017-06/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync(HttpMethod.Get, "/issues/2017-06/")).StatusCode);
    }

    [Fact]
    public async Task Shows_the_email_in_either_scheme_with_the_sites_links_leading_to_the_preview()
    {
        await using var site = await PreviewSite.StartAsync();
        var light = await site.TextAsync("/_secpress/issues/2017-06/email.html?scheme=light");
        var dark = await site.TextAsync("/_secpress/issues/2017-06/email.html?scheme=dark");
        Assert.Contains("The Panel met.", light, StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", light + dark, StringComparison.Ordinal);
        Assert.NotEqual(light, dark);
        Assert.Contains("href=\"/issues/2017-06/", light, StringComparison.Ordinal);
        Assert.DoesNotContain("data-source", light, StringComparison.Ordinal);
        Assert.Contains("The Panel met.", await site.TextAsync("/_secpress/issues/2017-06/email.txt"), StringComparison.Ordinal);
        var policy = (await site.SendAsync(HttpMethod.Get, "/_secpress/issues/2017-06/email.html")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_browsers_of_each_change()
    {
        await using var site = await PreviewSite.StartAsync();
        using var response = await site.SendAsync(HttpMethod.Get, "/_secpress/events");
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        async Task<string> NextAsync()
        {
            while (await events.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return line;
                }
            }

            return "the end";
        }

        var first = await NextAsync();
        await site.WriteAsync("content/issues/2017-06.md", PreviewSite.June + "More.\n");
        Assert.StartsWith("data: {\"version\":", first, StringComparison.Ordinal);
        Assert.NotEqual(first, await NextAsync());
    }

    [Fact]
    public async Task Opens_a_source_for_its_own_pages_alone()
    {
        await using var site = await PreviewSite.StartAsync();
        var token = (await site.StateAsync("/"))["token"]!.GetValue<string>();
        var own = site.Address.GetLeftPart(UriPartial.Authority);
        const string Line9 = """{"file":"content/issues/2017-06.md","line":9,"column":1}""";
        foreach (var (given, origin) in new[] { ("", own), ("0123456789abcdef", own), (token, null), (token, "https://evil.example"), (token, "null") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await site.OpenAsync(Line9, given, origin)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await site.OpenAsync("{", token, own)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.OpenAsync("{}", token, own)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.OpenAsync("""{"file":"../other.md"}""", token, own)).StatusCode);
        Assert.Empty(site.Started);
        Assert.Equal(HttpStatusCode.OK, (await site.OpenAsync(Line9, token, own)).StatusCode);
        Assert.Equal(["edit /site/content/issues/2017-06.md:9"], site.Started);
    }

    // As bytes: a client of the platform would tidy what is to be refused.
    private static async Task<HttpStatusCode> StatusOfAsync(PreviewSite site, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request + "Connection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync();
        return (HttpStatusCode)int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
