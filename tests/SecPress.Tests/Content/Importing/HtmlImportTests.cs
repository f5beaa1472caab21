using SecPress.Tests.Support;

namespace SecPress.Tests.Content.Importing;

public sealed class HtmlImportTests
{
    private const string Mail = """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>Kettle mail</title><style>p { color: red }</style>
        <!--[if mso]><xml><o:AllowPNG/></xml><![endif]--></head>
        <body>
        <div style="display:none; max-height:0">What the guild did in June, and when it meets again.</div>
        <table role="presentation" width="100%"><tr><td><a href="https://mail.example.org/v">View this email in your browser</a></td></tr>
        <tr><td><img src="pictures/kettle.png" alt="A kettle" width="200"></td></tr>
        <tr><td>
        <h1>The Copper Kettle &ndash; June 2019</h1><p>Sent on: 28 June 2019</p>
        <ul><li><span style="color:#1d5fa8">&#9679;</span> Lids must close</li><li><font color="green">&bull;</font> An open workshop</li></ul>
        <p style="font-size:24px"><b>Lids must close</b></p>
        <p>The <b>lid</b>s are <i>loose</i>: see <a href="https://click.example.org/x?url=https%3A%2F%2Fexample.org">the note</a>.<br>5*3 is [about] <span style="font-weight:bold">more: </span>later.</p>
        <p style="font-size:18px">Guild Council</p>
        <p>The Council met on 11th June 2019. The next Council meeting will be held on 9th July 2019.</p>
        <ul><li>One<ul><li>Within</li></ul></li><li>Two <em>x</em></li></ul>
        <p style="font-size:18px">Members</p>
        <table border="1"><tr><th>What</th><th>Number</th></tr><tr><td>Current parties</td><td>245</td></tr><tr><td>Accession of new members</td><td>3</td></tr></table>
        <table border="1"><tr><td>Kettle</td><td>Price</td></tr><tr><td>Small | red</td><td>&pound;5</td></tr></table>
        <table border="1"><tr><th>Date</th><th>Time</th><th>Meeting</th><th>Place</th></tr>
        <tr><td>9 July 2019</td><td>2pm</td><td>Council Meeting 33</td><td>Bristol</td></tr><tr><td>11 July 2019</td><td></td><td>Open day</td><td></td></tr></table>
        First words<br><br>Second words with <code>code</code> <a href="javascript:boil()">boil</a> and <img src="https://mail.example.org/p.gif" width="1" height="1">
        <p><img src="https://pictures.example.org/spout.jpg" alt="A spout"></p>
        <blockquote><p>Quoted.</p></blockquote><pre>  a
          b</pre>
        <hr>
        <p>&copy; 2019 The Guild. All rights reserved.</p><p><a href="https://mail.example.org/u">Unsubscribe</a></p>
        </td></tr></table><script>boil()</script></body></html>
        """;

    [Fact]
    public void Takes_a_mail_out_of_its_layout()
    {
        using var run = new ImportRun();
        run.Folder.Write("old/mail.html", Mail);
        run.Folder.Write("old/pictures/kettle.png", "PNG");
        var imported = run.Import("old/mail.html");
        Golden.Verify(imported.ToString());
        Assert.Equal("", run.Findings(imported));
    }

    [Theory]
    [InlineData("<p><b>Now:</b>next</p>", "**Now:** next")]
    [InlineData("<p>a <b> b </b> c</p>", "a **b** c")]
    [InlineData("<p><b>a <b>b</b></b></p><p>c.</p>", "## a b\n\nc.")]
    [InlineData("<p>1. Not a list</p>", "1\\. Not a list")]
    [InlineData("<p>x<sup>2</sup> and H<sub>2</sub>O</p>", "x^2^ and H~2~O")]
    [InlineData("<p><a href='mailto:ada@example.org'>Ada</a> <a href='/x y'>there</a></p>", "[Ada](mailto:ada@example.org) there")]
    [InlineData("<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a\n\n4. b\n\n   c")]
    [InlineData("<dl><dt>Lid</dt><dd>What closes.</dd></dl>", "Lid\n\nWhat closes.")]
    [InlineData("<p>::: callout</p><p>[[name|Ada]] {#id}</p>", "\\::: callout\n\n\\[\\[name\\|Ada\\]\\] \\{#id}")]
    public void Writes_Markdown_that_means_the_same(string html, string markdown) =>
        Assert.Equal(markdown, ImportRun.Text($"<title>T</title><time datetime='2019-06-28'></time>{html}", "x.html").Body);

    [Fact]
    public void Reads_what_was_saved_before_UTF_8()
    {
        using var run = new ImportRun();
        Directory.CreateDirectory(Path.Combine(run.Folder.Path, "old"));
        byte[] bytes = [.. "<meta charset=windows-1252><title>T</title><p>Tea "u8, 0x96, .. " caf"u8, 0xE9, .. " "u8, 0x93, .. "hot"u8, 0x94, .. "</p>"u8];
        File.WriteAllBytes(Path.Combine(run.Folder.Path, "old/x.html"), bytes);
        Assert.Equal("Tea – café “hot”", run.Import("old/x.html").Body);
    }
}
