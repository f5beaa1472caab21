using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Tests.Model.Records;

/// <summary>What groups issues: the glossary, tags, years and likeness.</summary>
public sealed class IssueGroupTests
{
    [Fact]
    public void The_glossary_has_the_acronyms_of_the_settings_and_those_that_issues_explain()
    {
        var site = ModelBuilder.Site(Using("i1", 1, ("SSC", "Security Sub-Committee")), Using("i2", 2, ("SSC", "Security Sub-Committee"), ("abc", "Another")));
        site = site with { Settings = site.Settings with { Acronyms = [new Acronym("SSC", "Security Sub-Committee"), new Acronym("Zed", "Never used")] } };
        var glossary = ModelBuilder.Assemble(site, out _).Records.Glossary;
        Assert.Equal(["abc", "SSC", "Zed"], glossary.Select(t => t.Text));
        Assert.Equal(["i2", "i1"], glossary[1].Places.Select(p => p.Issue.Slug));
        Assert.Empty(glossary[2].Places);
    }

    [Fact]
    public void Two_expansions_of_one_acronym_are_two_terms_with_anchors_of_their_own()
    {
        var glossary = ModelBuilder.Assemble(ModelBuilder.Site(Using("i1", 1, ("CB", "Change Board")), Using("i2", 2, ("CB", "Code Body"))), out _).Records.Glossary;
        Assert.Equal(["term-cb", "term-cb-2"], glossary.Select(t => t.Anchor));
    }

    [Fact]
    public void An_issue_stands_once_in_the_glossary_with_the_first_section_that_uses_the_term()
    {
        var twice = Using("i1", 1, ("SSC", "Security Sub-Committee"), ("SSC", "Security Sub-Committee"));
        Assert.Equal("part-0", ModelBuilder.Assemble(ModelBuilder.Site(twice), out _).Records.Glossary.Single().Places.Single().Anchor);
    }

    [Fact]
    public void Tags_of_one_address_are_one_under_the_name_used_most()
    {
        var site = ModelBuilder.Site(Tagged("i1", 1, "release notes"), Tagged("i2", 2, "Release notes"), Tagged("i3", 3, "Release notes", "!!!"));
        var tag = ModelBuilder.Assemble(site, out _).Records.Tags.Single();
        Assert.Equal(("Release notes", "release-notes"), (tag.Name, tag.Slug));
        Assert.Equal(["i3", "i2", "i1"], tag.Issues.Select(i => i.Slug));
    }

    [Fact]
    public void An_issue_that_names_a_tag_twice_stands_in_it_once() =>
        Assert.Single(ModelBuilder.Assemble(ModelBuilder.Site(Tagged("i1", 1, "a b", "A-b")), out _).Records.Tags.Single().Issues);

    [Fact]
    public void Years_come_newest_first()
    {
        var records = ModelBuilder.Assemble(ModelBuilder.Site(ModelBuilder.Issue("a", new LocalDate(2015, 1, 1)), ModelBuilder.Issue("b", new LocalDate(2017, 1, 1))), out _).Records;
        Assert.Equal([2017, 2015], records.Years.Select(y => y.Year));
    }

    [Fact]
    public void A_rare_tag_makes_issues_more_alike_than_one_that_all_share()
    {
        var site = ModelBuilder.Site(
            Tagged("i1", 1, "news", "rare"), Tagged("i2", 2, "news"), Tagged("i3", 3, "news"), Tagged("i4", 4, "news"), Tagged("i5", 5, "news", "rare"));
        var publication = ModelBuilder.Assemble(site, out _);
        Assert.Equal("i1", publication.Records.Related.To(publication.Issues[0])[0].Slug);
    }

    [Fact]
    public void Issues_of_one_popular_tag_are_related_to_near_ones_and_never_to_many()
    {
        var site = ModelBuilder.Site([.. Enumerable.Range(0, 5_000).Select(i => Tagged($"i{i}", 1, "news") with { Sent = new LocalDate(2000, 1, 1).PlusDays(i) })]);
        var publication = ModelBuilder.Assemble(site, out _);
        Assert.All(publication.Issues, (issue, at) =>
        {
            var related = publication.Records.Related.To(issue);
            Assert.InRange(related.Length, 1, 4);
            Assert.All(related, r => Assert.InRange(Math.Abs(Period.DaysBetween(r.Sent, issue.Sent)), 2, 30));
        });
    }

    private static Issue Tagged(string slug, int day, params string[] tags) => ModelBuilder.Issue(slug, new LocalDate(2017, 1, day)) with { Tags = [.. tags] };

    private static Issue Using(string slug, int day, params (string Text, string Expansion)[] terms) => ModelBuilder.Issue(slug, new LocalDate(2017, 1, day)) with
    {
        Body = new Document(
            [.. terms.SelectMany((t, i) => new Block[]
            {
                new Heading(TextSpan.None, 2, $"part-{i}", ModelBuilder.Text("A part")),
                new Paragraph(TextSpan.None, [new Abbreviation(TextSpan.None, t.Text, t.Expansion)]),
            })],
            []),
    };
}
