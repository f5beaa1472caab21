using SecPress.Content.Importing;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content.Importing;

public sealed class PostImportTests : IDisposable
{
    private readonly ImportRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Imports_the_posts_of_Jekyll()
    {
        run.Folder.Write("old/_posts/2019-06-28-lids.md", """
            ---
            layout: post
            title: "Lids: they close"
            date: 2019-06-28 12:30:00 +0100
            categories: news
            tags: [lids, steam]
            author: Ada
            permalink: /2019/lids.html
            excerpt: In short.
            ---
            * TOC
            {:toc}

            # Lids {: .big}

            See [the last one]({% post_url 2019-05-03-spouts %}) or [it again](/2019/05/03/spouts/#hot-water), [home]({{ site.baseurl }}/about).
            ![Kettle](/images/kettle.png) ![Far](https://far.example.org/x.png) [chat](irc://chat.example.org/kettles)

            {% include note.html text="Mind the steam" %}

            {% highlight sh %}
            boil --now {{ water }}
            {% endhighlight %}

            Use `{{ literally }}`, std::vector<T>, <b>bold</b> and <br> a break. <a href="/2019/05/03/spouts/">Spouts</a>

            <table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>

            ::: warning
            Hot
            :::

            [nowhere](missing/page) [[name|friend]] [up](#lids)

            <!-- not closed
            """);
        run.Folder.Write("old/_posts/2019-5-3-spouts.md", "---\ntitle: Spouts\n---\n## Hot water!\n\nDrip.\n");
        run.Folder.Write("old/_drafts/soon.md", "---\ntitle: Soon\ndate: 2019-07-01\n---\nSoon.\n");
        run.Folder.Write("old/about.md", "---\ntitle: About us\n---\nWe boil. See [lids](/2019/lids.html).\n");
        run.Folder.Write("old/images/kettle.png", "PNG");
        run.Folder.Write("old/_config.yml", "title: Old\n");
        Verify(options: ImportRun.Options with { OldAddresses = "/{year}/{month}/{day}/{slug}/" });
    }

    [Fact]
    public void Imports_the_content_of_Hugo()
    {
        run.Folder.Write("old/content/posts/steam/index.md", """
            +++
            title = 'Steam rises'
            date = 2019-06-28T09:00:00Z
            draft = true
            slug = "steam"
            aliases = ["/old/steam/"]
            series = "physics"
            [taxonomies]
            tags = ["steam", "air"]
            +++
            {{< figure src="cloud.png" alt="A cloud" >}}
            As {{< ref "water.md" >}} says: [water]({{< ref "water.md" >}}). {{% note %}}Mind it{{% /note %}}
            """);
        run.Folder.Write("old/content/posts/steam/cloud.png", "PNG");
        run.Folder.Write("old/content/posts/water.md", "---\ntitle: Water\ndate: 2019-01-01\n---\nWet.\n");
        Verify();
    }

    [Fact]
    public void Imports_the_content_of_Pelican()
    {
        run.Folder.Write("old/2019-06-28-tin.md", "Title: Tin: its price\nDate: 2018-01-01\nCategory: Metals\nTags: tin, copper\nSummary: It rose.\nStatus: published\n\nThe price [rose]({filename}2019-06-29-rest.rst), see\n![chart]({static}/images/chart.png).\n\n[ref]: irc://chat.example.org/\n");
        run.Folder.Write("old/2019-06-29-rest.rst", "A day of rest\n=============\n\n:date: 2019-06-29\n:tags: rest\n\nWhy\n---\n\nSee `the tin`_ and ``code``, or `here <https://example.org/>`_.\n\n.. _the tin: https://tin.example.org/\n");
        run.Folder.Write("old/pages/guild.md", "Title: The Guild\n\nWho we are.\n");
        run.Folder.Write("old/images/chart.png", "PNG");
        Verify();
    }

    [Fact]
    public void A_folder_of_texts_needs_dates_and_says_which_lack_one()
    {
        run.Folder.Write("old/a.txt", "May\n\n3 May 2019\n\nWords.\n");
        run.Folder.Write("old/b.txt", "Undated\n\nWords.\n");
        run.Folder.Write("old/2019-07-01.html", "<h1>July</h1><p>Words.</p>");
        run.Folder.Write("old/notes.docx", "x");
        var imported = run.Import();
        Assert.Equal(["issues/2019-07-01.md", "issues/a.md"], imported.Files.Select(f => f.Path));
        Assert.DoesNotContain("draft:", imported.Files[0].Text, StringComparison.Ordinal);
        Assert.Equal(["b.txt", "notes.docx"], imported.Notes.Where(n => n.Kind == ImportNoteKind.Left).Select(n => n.Path));
    }

    [Fact]
    public void Two_posts_of_one_name_get_two_addresses()
    {
        run.Folder.Write("old/a/2019-05-03-tea.md", "---\ntitle: One\npermalink: /tea/\n---\nOne.\n");
        run.Folder.Write("old/b/2019-05-03-tea.md", "---\ntitle: Two\npermalink: /tea/\n---\nTwo.\n");
        var imported = run.Import();
        Assert.Equal(["issues/2019-05-03-tea.md", "issues/2019-05-03-tea-2.md"], imported.Files.Select(f => f.Path));
        Assert.Equal("", run.Findings(imported));
        Assert.Single(imported.Files, f => f.Text!.Contains("aliases:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<A> is a type", "\\<A> is a type")]
    [InlineData("<b>a</b>", "<b>a</b>")]
    public void A_site_that_keeps_HTML_keeps_it(string markdown, string body) =>
        Assert.Equal(body, ImportRun.Text($"---\ntitle: T\ndate: 2019-01-01\n---\n{markdown}\n", "x.md", settings: ImportRun.Settings + "raw-html: true\n").Body);

    private void Verify(ImportOptions? options = null, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        var imported = run.Import(options: options);
        Golden.Verify(imported.ToString(), method: method);
        Assert.Equal("", run.Findings(imported));
    }
}
