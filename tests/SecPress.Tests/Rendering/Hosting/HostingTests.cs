using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Hosting;

public sealed class HostingTests
{
    [Fact]
    public void Writes_the_headers_of_a_host() => Golden.Verify(Rendered.File(SamplePublication.Build(), "_headers"));

    [Fact]
    public void Redirects_older_addresses_with_and_without_their_last_slash() => Golden.Verify(Rendered.File(SamplePublication.Build(), "_redirects"));

    [Fact]
    public void Without_an_older_address_there_is_no_file_of_redirects() =>
        Assert.DoesNotContain("_redirects", Rendered.All(SamplePublication.Build(s => s with { Issues = [], Pages = [] })).Keys);

    [Fact]
    public void Pictures_from_elsewhere_are_allowed_by_their_hosts_alone()
    {
        var body = Doc(
            P(new Image(TextSpan.None, "https://pictures.example.com/a.png", "a", null)),
            P(new Image(TextSpan.None, "https://pictures.example.com/b.png", "b", null)),
            P(new Image(TextSpan.None, "/images/share.png", "c", null)));
        var headers = Rendered.File(SamplePublication.Build(s => s with { Issues = [SamplePublication.July with { Body = body }] }), "_headers");
        Assert.Contains("img-src 'self' https://pictures.example.com;", headers, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_of_editors_may_show_pictures_of_any_host()
    {
        var headers = Rendered.File(SamplePublication.Build(s => s with { Settings = s.Settings with { RawHtml = true } }), "_headers");
        Assert.Contains("img-src 'self' https:;", headers, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_https_asks_nobody_to_insist_on_it()
    {
        var headers = Rendered.File(SamplePublication.Build(s => s with { Settings = s.Settings with { BaseUrl = new Uri("http://intranet.example/") } }), "_headers");
        Assert.DoesNotContain("Strict-Transport-Security", headers, StringComparison.Ordinal);
    }
}
