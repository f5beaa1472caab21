using NodaTime;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

public sealed class SiteParserTests
{
    private readonly DiagnosticBag bag = new();

    [Fact]
    public void Reads_every_setting()
    {
        var site = Fixture.Parse("whole", bag)!;
        Assert.Equal("", DiagnosticText.Of(bag));
        var settings = site.Settings;
        Assert.Equal("Standards Bulletin", settings.Title);
        Assert.Equal("What the code panel and its committees did.", settings.Description);
        Assert.Equal("https://bulletin.example.org/archive/", settings.BaseUrl.AbsoluteUri);
        Assert.Equal("Europe/London", settings.TimeZone.Id);
        Assert.Equal("/{year}/{month}/{slug}/", settings.IssuePermalink);
        Assert.Equal("This site is a demonstration of the DCC.", DocumentWalker.PlainText(settings.NoticeContent));
        Assert.Equal(new NamedLink("Mastodon", "https://social.example.org/@bulletin"), settings.Publisher.Social.Single());
        Assert.Equal("#1d5fa8", settings.Theme.Colours["blue"]);
        Assert.Equal("content/images/logo.png", settings.Theme.Logo);
        Assert.Equal(["panel", "ssc", "board"], settings.Committees.Select(c => c.Id));
        Assert.Equal("Change Board", settings.FindCommittee("board")!.Short);
        Assert.Equal("FREQ=MONTHLY;BYDAY=2WE,4WE", settings.FindCommittee("ssc")!.Meets);
        Assert.Equal("Change proposals", settings.Registers.Single().Name);
        Assert.Equal(
            [
                new RegisterEvent("raised", null, EntryState.Open),
                new RegisterEvent("consultation", "Out for comment", EntryState.Open),
                new RegisterEvent("decided", null, EntryState.Done),
                new RegisterEvent("withdrawn", null, EntryState.Stopped),
            ],
            settings.Registers.Single().Events.ToArray());
        Assert.Equal([new Series("grid", "The grid", "How the grid was mended."), new Series("meters", "Meters", "")], settings.Series.ToArray());
        Assert.Equal(new Addresses { Registers = "lists/{register}/", Series = "together/" }, settings.Addresses);
        Assert.Equal(["DCC", "DCC User", "SSC"], settings.Acronyms.Select(a => a.Text));
        Assert.Equal("scotland", settings.WorkingDays.Calendar.Id);
        Assert.Equal([new LocalDate(2017, 9, 18)], settings.WorkingDays.Also.ToArray());
        Assert.Equal([new LocalDate(2017, 11, 30)], settings.WorkingDays.Except.ToArray());
        Assert.Equal(Severity.Off, settings.Checks["SP131"]);
        Assert.Equal(Severity.Error, bag.Severities["SP026"]);
        Assert.Equal(PublishedEditions.All, settings.Email.Editions);
        Assert.Equal(new Mailbox("The Bulletin", "news@example.org"), settings.Email.From);
        Assert.Equal(new Mailbox("", "desk@example.org"), settings.Email.ReplyTo);
        Assert.Equal("https://bulletin.example.org/unsubscribe/{token}", settings.Email.UnsubscribeUrl);
        Assert.Equal(
            [SecPress.Model.Settings.Stream.Newsletter, new SecPress.Model.Settings.Stream("notices", StreamKind.Service, OnUnknown.Resend)], settings.Streams.ToArray());
        Assert.Equal(
            [
                new Relay("smtp.example.org", 587, RelaySecurity.StartTls, "bulletin", "SMTP_PASSWORD"),
                new Relay("127.0.0.1", 25, RelaySecurity.None, null, null),
            ],
            settings.Relays.ToArray());
        Assert.Equal(new Rate(60, TimeSpan.FromMinutes(1)), settings.PerDomainRate);
        Assert.Equal(new Dkim("example.org", "s1", "dkim.pem"), settings.Dkim);
        Assert.Equal(new BounceMailbox("imap", "imap.example.org", null, "bounces", "IMAP_PASSWORD"), settings.Bounces);
        Assert.Equal("BULLETIN_SECRET", settings.SecretEnvironmentVariable);
        Assert.Equal("env:BULLETIN_STORE", settings.Store);
        Assert.Equal("Every issue", site.Labels["menu.archive"]);
        Assert.Equal("29 June 2017", site.Labels.Date(new LocalDate(2017, 6, 29)));
    }

    [Fact]
    public void Reads_every_key_of_front_matter()
    {
        var issue = Fixture.Parse("whole", bag)!.Issues.Single();
        Assert.Equal(("june", "June 2017", "What happened in June"), (issue.Slug, issue.Title, issue.Summary));
        Assert.Equal((new LocalDate(2017, 6, 29), new LocalTime(9, 30)), (issue.Sent, issue.SentTime!.Value));
        Assert.Equal(["A name was mended", "A date was mended"], issue.Revisions.Select(r => r.Note));
        Assert.Equal(["news"], issue.Revisions[1].Sections.ToArray());
        Assert.Equal(("blue", "news", "CP101 goes to consultation"), (issue.Highlights[0].Colour, issue.Highlights[0].Section!.Url, issue.Highlights[0].Text.PlainText));
        Assert.Equal(["panel", "ssc"], issue.Committees.Select(c => c.Committee.Id));
        var panel = issue.Committees[0];
        Assert.Equal(new LocalDate(2017, 6, 9), panel.Met);
        Assert.Equal(["2017-06-30 Decide on the release", "2017-07-14 "], panel.Next.Select(n => $"{n.Date:uuuu-MM-dd} {n.Purpose}"));
        Assert.Equal(("", "/june-headlines/"), (panel.Headlines!.Text, panel.Headlines.Target.Url));
        Assert.Equal(("Final minutes", "https://example.org/minutes"), (panel.Minutes!.Text, panel.Minutes.Target.Url));
        Assert.Equal(2, panel.Items.Length);
        Assert.Equal(["A. Holder", null], issue.Committees[1].Seats.Select(s => s.Holder));
        Assert.Equal([true, false], issue.Committees[1].Seats.Select(s => s.ReAppointed));
        Assert.Equal(("CP101", "proposals", "consultation", "The Panel"), (issue.Modifications[0].Id, issue.Modifications[0].RegisterId, issue.Modifications[0].Event, issue.Modifications[0].By));
        Assert.Equal((ConsultationStatus.Open, new LocalDate(2017, 7, 19)), (issue.Consultations[0].Status!.Value, issue.Consultations[0].Closes!.Value));
        Assert.Equal(["Change Board", "The Authority"], issue.Decisions.Select(d => d.BodyName));
        Assert.Equal((10, new LocalDate(2017, 7, 6)), (issue.Decisions[0].Referral!.WorkingDays!.Value, issue.Decisions[0].Referral!.Deadline!.Value));
        var parties = issue.Accessions!;
        Assert.Equal((226, 245, 20, 0, 1, 0), (parties.Previous, parties.Current, parties.Acceded, parties.Withdrawn, parties.Expelled, parties.PanelChanges));
        Assert.Equal((new LocalTime(10, 0), new LocalTime(16, 0), "London"), (issue.Calendar[0].Start!.Value, issue.Calendar[0].End!.Value, issue.Calendar[0].Location));
        Assert.Equal(("ssc", 33), (issue.Calendar[1].Committee!.Id, issue.Calendar[1].Number!.Value));
        Assert.Equal("Answers to CP102", issue.KeyDates[0].Text.PlainText);
        Assert.Equal("The June issue", issue.EmailSubject);
        Assert.Equal(["newsletter", "notices"], issue.EmailStreams.ToArray());
        Assert.Equal([("", "https://example.org/"), ("More", "https://example.org/more")], issue.Links.Select(l => (l.Text, l.Target.Url)));
        Assert.Equal(("The plan", "plan.pdf"), (issue.Attachments[0].Text, issue.Attachments[0].Target.Url));
        Assert.Equal(["security", "releases"], issue.Tags.ToArray());
        Assert.Equal("The grid", issue.Series!.Name);
        Assert.Equal("/old/june.html", issue.Aliases[0].Url);
        Assert.Equal("/images/logo.png", issue.Image!.Url);
        Assert.Equal("title", issue.Source.Text[(issue.TitleSpan.Start - 7)..(issue.TitleSpan.Start - 2)]);
    }

    [Fact]
    public void Publishes_assets_where_content_finds_them()
    {
        var site = Fixture.Parse("whole", bag)!;
        Assert.Equal(
            [
                ("2017/06/june/plan.pdf", "content/issues/2017-06/plan.pdf"),
                ("assets/dot.png", "templates/assets/dot.png"),
                ("images/logo.png", "content/images/logo.png"),
            ],
            site.Assets.Where(a => !a.Origin.StartsWith("(built-in)", StringComparison.Ordinal)).Select(a => (a.Path, a.Origin)).Order());
    }

    [Fact]
    public void Puts_a_sites_own_template_in_the_place_of_the_built_in_one()
    {
        var site = Fixture.Parse("whole", bag)!;
        Assert.Equal("<p>own</p>\n", site.Templates.Find("web/issue.html")!.Text);
        Assert.StartsWith("(built-in) ", site.Templates.Find("i18n/en.yml")!.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_page()
    {
        var page = Fixture.Parse("whole", bag)!.Pages.Single();
        Assert.Equal(("about", "About", "Who we are", 10), (page.Slug, page.Title, page.Summary, page.Menu!.Value));
        Assert.Equal("/who/", page.Aliases[0].Url);
    }

    [Fact]
    public void Takes_a_word_of_a_language_from_the_nearest_file_that_has_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + "language: cy-GB\nlabels: { skip: Override }\n");
        folder.Write("templates/i18n/cy.yml", "months: [I, Ch, M, E, Mai, Meh, G, A, Me, H, T, Rh]\nmenu: { archive: Archif, label: Prif }\n");
        folder.Write("templates/i18n/cy-GB.yml", "menu.label: Prif ddewislen\n");
        var site = Fixture.ParseFolder(folder.Path, bag)!;
        Assert.Equal("", DiagnosticText.Of(bag));
        Assert.Equal(("Archif", "Prif ddewislen", "Override", "Meh", "Jun"), (
            site.Labels["menu.archive"], site.Labels["menu.label"], site.Labels["skip"], site.Labels.Months[5], site.Labels.ShortMonths[5]));
    }

    [Fact]
    public void Takes_forms_of_numbers_that_English_does_not_have_and_holds_them_to_its_places()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + "language: cy\nlabels: { issues.few: \"{0} o rifynnau\", issues.some: x }\n");
        folder.Write("templates/i18n/cy.yml", "issues: { one: \"{0} rhifyn\", two: \"{0} rifyn\", many: \"{1} o rifynnau\" }\n");
        Fixture.ParseFolder(folder.Path, bag);
        Assert.Equal(
            ["the label 'issues.many' has no place {1}", "the templates have no label 'issues.some'"],
            bag.ToSorted().Select(d => d.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Asks_for_the_words_of_a_language_that_has_none()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + "language: cy-GB\n");
        Fixture.ParseFolder(folder.Path, bag);
        Assert.Equal("there are no words for the language 'cy-GB'", bag.ToSorted().Single().Message);
    }

    [Fact]
    public void Refuses_a_date_that_sums_of_dates_could_lead_out_of_the_calendar()
    {
        var bag = new DiagnosticBag();
        Fixture.ParseIssue("---\ntitle: June\nsent: 9999-12-31\n---\n", bag);
        Assert.Equal(("the year 9999 is too far away", "Write a year up to 9000."), (bag.ToSorted()[0].Message, bag.ToSorted()[0].Mend));
    }

    [Fact]
    public void Refuses_a_link_of_the_file_system()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings);
        folder.Write("secret.txt", "secret");
        Directory.CreateDirectory(folder["content/images"]);
        File.CreateSymbolicLink(folder["content/images/x.txt"], folder["secret.txt"]);
        Directory.CreateSymbolicLink(folder["content/issues"], folder["content/images"]);
        var site = Fixture.ParseFolder(folder.Path, bag)!;
        Assert.DoesNotContain(site.Assets, a => a.Origin.Contains("x.txt", StringComparison.Ordinal));
        Assert.Equal(["content/images/x.txt", "content/issues"], bag.ToSorted().Where(d => d.Rule == ContentRules.LeavesSite).Select(d => d.Path));
    }

    [Fact]
    public void Refuses_a_text_of_more_than_4_MB()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings);
        folder.Write("content/issues/2017-06.md", "");
        using (var file = File.OpenWrite(folder["content/issues/2017-06.md"]))
        {
            file.SetLength(17 * 1024 * 1024);
        }

        Fixture.ParseFolder(folder.Path, bag);
        Assert.Equal("the file is 17 MB, which is more than 4 MB", bag.ToSorted().Single().Message);
    }
}
