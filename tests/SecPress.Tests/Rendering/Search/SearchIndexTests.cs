using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Search;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Search;

public sealed class SearchIndexTests
{
    private static readonly string[] SomeWords =
        ["panel", "Panel", "meter", "a", "42", "SECMP0036", "Émile", "café", "Größe", "Москва", "Ελλάδα", "سلام", "łódź", "naïve", "x1y2"];

    // A word each of these must be found by, in the order of SomeWords.
    private static readonly string[] Folded =
        ["panel", "panel", "meter", "a", "42", "secmp0036", "emile", "cafe", "grosse", "москва", "ελλαδα", "سلام", "lodz", "naive", "x1y2"];

    private static readonly Gen<int[][][]> Issues =
        Gen.Int[0, SomeWords.Length - 1].Array[0, 12].Array[1, 5].Array[1, 8];

    [Fact]
    public void Every_word_of_every_section_is_found_in_its_place()
    {
        Issues.Sample(
            issues =>
            {
                var index = new SearchReader(PublicationOf([.. issues.Select(IssueOf)]), jobs: 3);
                var section = 0;
                foreach (var words in issues.SelectMany(i => i.Prepend([])))
                {
                    Assert.Equal(string.Join(' ', words.Select(w => SomeWords[w])), index.Sections[section].Text);
                    var places = words.Select((word, i) => index.Terms[Folded[word]][section].Positions.Where(p => p > 1).Order().ToArray()).ToList();
                    var first = words.Length > 0 ? places[0][0] : 0;
                    Assert.All(places.Select((own, i) => (own, i)), w => Assert.Contains(first + w.i, w.own));
                    section++;
                }

                Assert.Equal(section, index.SectionCount);
                var written = issues.SelectMany(i => i).SelectMany(w => w).Count();
                Assert.Equal(written, index.Terms.Where(t => Folded.Contains(t.Key)).Sum(t => t.Value.Values.Sum(p => p.Positions.Count(at => at > 1))));
            },
            iter: 200);
    }

    [Fact]
    public void Terms_are_in_order_and_each_shard_is_found_by_its_first()
    {
        var index = new SearchReader(PublicationOf(IssueWith(Doc(P(string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"word{i * 7919 % 5000}")))))));
        Assert.Equal(index.Terms.Keys.Order(StringComparer.Ordinal), index.Terms.Keys);
        Assert.True(index.Shards.Count > 2);
        Assert.Equal(index.Shards.Select(s => s.FirstTerm).Order(StringComparer.Ordinal), index.Shards.Select(s => s.FirstTerm));
        Assert.All(index.Shards, s => Assert.Contains(s.FirstTerm, index.Terms.Keys));
    }

    [Fact]
    public void A_long_posting_list_is_cut_into_blocks_from_the_newest_section()
    {
        var body = Enumerable.Range(0, 5000).SelectMany(i => new Block[] { H(2, $"Part {i}"), P("The common word.") }).ToArray();
        var index = new SearchReader(PublicationOf(IssueWith(Doc(body))));
        Assert.True(index.Terms["common"].Count > 2 * index.BlockSections);
        Assert.Equal(Enumerable.Range(1, 5000), index.Terms["common"].Keys);
    }

    [Fact]
    public void A_word_counts_more_in_a_heading_and_more_in_a_short_section()
    {
        var index = new SearchReader(PublicationOf(IssueWith(Doc(
            H(2, "Meters"), P("None here."), H(2, "Others"), P("The meters are here."), H(2, "Long"), P("The meters " + string.Join(' ', Enumerable.Repeat("and", 400)))))));
        var impacts = index.Terms["meters"].Select(p => p.Value.Impact).ToList();
        Assert.Equal(impacts.OrderDescending(), impacts);
        Assert.Equal(3, impacts.Distinct().Count());
    }

    [Theory]
    [InlineData("Modification’s reports", "modification reports")]
    [InlineData("O'Brien said it's l'été", "brien ete it l o said")]
    [InlineData("a sub-committee", "a committee sub subcommittee")]
    [InlineData("end‑to‑end", "end endtoend to")]
    [InlineData("one-two-three-four", "four one three two")]
    [InlineData("on 2017-06-29 at 10:30", "06 10 2017 29 30 at on")]
    [InlineData("SECMP0036, v1.30 and snake_case", "30 and case secmp0036 snake v1")]
    [InlineData("ÀÉÎÕÜ Straße ŒUVRE Łódź Dvořák", "aeiou dvorak lodz oeuvre strasse")]
    [InlineData("e\u0301te\u0301 ﬁne Ｆｕｌｌ", "ete fine full")]
    [InlineData("Ёлка ΟΔΟΣ Άνθρωπος مُحَمَّد", "ανθρωποσ οδοσ елка محمد")]
    [InlineData("電力とガス", "と ガ ス 力 電")]
    [InlineData("한국어 हिन्दी", "हिन्दी 한국어")]
    [InlineData("co\u00ADoperate zero\u200Bwidth", "cooperate zerowidth")]
    [InlineData("… – !? 🙂", "")]
    public void Splits_and_folds_words(string text, string terms)
    {
        var index = new SearchReader(PublicationOf(IssueWith(Doc(P(text)))));
        var own = index.Terms.Where(t => t.Value.TryGetValue(0, out var posting) && posting.Positions.Any(p => p > 1)).Select(t => t.Key);
        Assert.Equal(terms, string.Join(' ', own));
    }

    [Fact]
    public void The_manifest_tells_how_each_character_was_folded()
    {
        var index = new SearchReader(PublicationOf(IssueWith(Doc(P("Ärger über Œuvre und 電力 é")))));
        Assert.Equal(
            new Dictionary<string, string> { ["Ä"] = "a", ["ü"] = "u", ["Œ"] = "oe", ["é"] = "e" }.OrderBy(f => f.Key, StringComparer.Ordinal),
            index.Folds.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_section_is_what_stands_between_two_headings_and_each_typed_part_is_one()
    {
        var index = new SearchReader(SamplePublication.Build());
        Golden.Verify(string.Join('\n', index.Sections.Select(s => $"{s.Path}#{s.Anchor} | {s.Heading} | {s.Text.ReplaceLineEndings(" / ")}")) + "\n");
    }

    [Fact]
    public void What_only_the_email_shows_is_not_found()
    {
        var index = new SearchReader(SamplePublication.Build());
        Assert.Empty(index.Headings("email"));
        Assert.Equal(["Business architecture: the final text"], index.Headings("archive"));
    }

    [Fact]
    public void A_footnote_is_found_in_the_section_that_refers_to_it()
    {
        var index = new SearchReader(SamplePublication.Build());
        Assert.Equal(["Engagement day"], index.Headings("printed"));
    }

    [Fact]
    public void A_section_can_be_found_by_the_committees_it_speaks_of()
    {
        var index = new SearchReader(SamplePublication.Build());
        Assert.Equal(["Engagement day", "Security Sub-Committee", "Meetings and events"], index.Headings("@security"));
    }

    [Fact]
    public void A_year_is_a_range_of_sections()
    {
        var index = new SearchReader(SamplePublication.Build());
        Assert.Equal([2017, 2016], index.Years.Select(y => y.Year));
        Assert.All(index.Years, y => Assert.All(Enumerable.Range(y.First, y.End - y.First), s => Assert.Equal(y.Year == 2016, index.Sections[s].Path.Contains("2016-12", StringComparison.Ordinal))));
        Assert.Equal("about/", index.Sections[index.Years[^1].End].Path);
    }

    [Fact]
    public void Makes_the_same_bytes_on_any_number_of_threads()
    {
        var publication = SamplePublication.Build();
        Assert.Equal(
            SearchIndex.Build(publication, 1).Select(f => (f.Key, Convert.ToHexString(f.Value))),
            SearchIndex.Build(publication, 7).Select(f => (f.Key, Convert.ToHexString(f.Value))));
    }

    [Fact]
    public void A_new_issue_leaves_the_files_of_words_it_does_not_have()
    {
        var old = Enumerable.Range(0, 40).Select(i => IssueWith(Doc(P(string.Join(' ', Enumerable.Range(0, 100).Select(w => $"w{i}x{w}")))), 100 - i)).ToArray();
        var before = SearchIndex.Build(PublicationOf(old), 1).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var after = SearchIndex.Build(PublicationOf([IssueWith(Doc(P("zebra zoo")), 200), .. old]), 1).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(before.Where(p => p.Contains("/texts/", StringComparison.Ordinal)).Except(after));
        Assert.True(before.Count(p => p.Contains("/postings/", StringComparison.Ordinal)) - before.Intersect(after).Count(p => p.Contains("/postings/", StringComparison.Ordinal)) <= 2);
    }

    [Fact]
    public void An_issue_that_is_very_long_has_several_packs_of_texts()
    {
        var body = Enumerable.Range(0, 30).SelectMany(i => new Block[] { H(2, $"Part {i}"), P(string.Concat(Enumerable.Repeat($"text{i} ", 300))) }).ToArray();
        var index = new SearchReader(PublicationOf(IssueWith(Doc(body))));
        Assert.True(index.Paths.Count(p => p.Contains("/texts/", StringComparison.Ordinal)) > 2);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"Part {i}"), index.Sections.Skip(1).Select(s => s.Heading));
    }

    [Fact]
    public void A_publication_without_an_issue_has_an_index_all_the_same()
    {
        var index = new SearchReader(SamplePublication.Build(s => s with { Issues = [], Pages = [] }));
        Assert.Equal(0, index.SectionCount);
        Assert.Empty(index.Terms);
    }

    private static Issue IssueOf(int[][] sections, int at) => IssueWith(
        Doc([.. sections.SelectMany((words, i) => new Block[] { H(2, "zzz zzz"), P(string.Join(' ', words.Select(w => SomeWords[w]))) })]), 1000 - at);

    private static Issue IssueWith(Document body, int day = 1) => new()
    {
        Source = new SourceFile($"content/issues/{day}.md", ""),
        Slug = $"issue-{day}",
        Title = "zzz zzz",
        Sent = new LocalDate(2010, 1, 1).PlusDays(day),
        Body = body,
    };

    private static Publication PublicationOf(params Issue[] issues)
    {
        var site = SamplePublication.Site with { Issues = [.. issues], Pages = [], Assets = [], Settings = SamplePublication.Settings with { Committees = [] } };
        var bag = new DiagnosticBag();
        var publication = Publication.Assemble(site, new PublicationOptions(SamplePublication.Clock), bag);
        Assert.False(bag.HasErrors);
        return publication;
    }
}
