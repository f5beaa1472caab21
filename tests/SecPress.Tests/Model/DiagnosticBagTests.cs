using System.Collections.Immutable;
using CsCheck;
using SecPress.Model.Diagnostics;

namespace SecPress.Tests.Model;

public sealed class DiagnosticBagTests
{
    private static readonly Rule Structural = new("SP001", Severity.Error, "Structural");
    private static readonly Rule Editorial = new("SP100", Severity.Warning, "Editorial");

    [Fact]
    public void Gives_findings_back_in_one_order_whatever_order_they_came_in()
    {
        var first = new SourceFile("a.md", "one\ntwo\n");
        var second = new SourceFile("b.md", "one\n");
        Diagnostic[] findings =
        [
            new(Editorial, first.At(0, 1), "first", ""), new(Structural, first.At(4, 5), "second", ""), new(Structural, second.At(0, 1), "third", ""),
        ];
        Gen.Shuffle(findings).Sample(shuffled =>
        {
            var bag = new DiagnosticBag();
            Array.ForEach(shuffled, bag.Add);
            Assert.Equal(["first", "second", "third"], bag.ToSorted().Select(d => d.Message));
        });
    }

    [Fact]
    public void Says_the_same_thing_once()
    {
        var file = new SourceFile("a.md", "one");
        var bag = new DiagnosticBag();
        bag.Add(Structural, file.At(0, 1), "twice", "");
        bag.Add(Structural, file.At(0, 1), "twice", "");
        Assert.Single(bag.ToSorted());
    }

    [Fact]
    public void A_site_may_change_an_editorial_rule_but_not_a_structural_one()
    {
        var file = new SourceFile("a.md", "one");
        var bag = new DiagnosticBag { Severities = ImmutableDictionary<string, Severity>.Empty.Add("SP001", Severity.Off).Add("SP100", Severity.Off) };
        bag.Add(Structural, file.At(0, 1), "stays", "");
        bag.Add(Editorial, file.At(0, 1), "goes", "");
        Assert.Equal(["stays"], bag.ToSorted().Select(d => d.Message));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void A_rule_that_the_site_makes_an_error_is_one()
    {
        var file = new SourceFile("a.md", "one");
        var bag = new DiagnosticBag();
        bag.Add(Editorial, file.At(0, 1), "found before the settings are read", "");
        Assert.False(bag.HasErrors);
        bag.Severities = ImmutableDictionary<string, Severity>.Empty.Add("SP100", Severity.Error);
        Assert.True(bag.HasErrors);
        bag.Severities = ImmutableDictionary<string, Severity>.Empty.Add("SP100", Severity.Off);
        Assert.False(bag.HasErrors);
    }

    [Fact]
    public void Positions_count_lines_however_they_end()
    {
        var file = new SourceFile("a.md", "one\r\ntwo\rthree\nfour");
        Assert.Equal(new LinePosition(4, 2), file.PositionOf(file.Text.IndexOf("our", StringComparison.Ordinal)));
        Assert.Equal(["one", "two", "three", "four"], Enumerable.Range(1, 4).Select(file.Line));
    }

    [Fact]
    public void Line_and_column_lead_back_to_the_offset() =>
        Gen.String[Gen.Char["ab\r\n"], 0, 40].SelectMany(text => Gen.Int[0, text.Length].Select(offset => (text, offset))).Sample(sample =>
        {
            var file = new SourceFile("a.md", sample.text);
            var (line, column) = file.PositionOf(sample.offset);
            return file.OffsetOf(line, column) == sample.offset;
        });

    [Theory]
    [InlineData("snet", "sent")]
    [InlineData("Highlight", "highlights")]
    [InlineData("zebra", null)]
    public void Suggests_the_nearest_word(string word, string? expected) =>
        Assert.Equal(expected, Suggestion.Nearest(word, ["sent", "title", "highlights"]));
}
