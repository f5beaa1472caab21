using CsCheck;
using SecPress.Model.Diagnostics;

namespace SecPress.Tests.Model;

public sealed class FixPlanTests
{
    private static readonly Rule Rule = new("SP900", Severity.Warning, "A rule of these tests");

    [Fact]
    public void Puts_fixes_together_in_the_order_of_their_places()
    {
        var file = new SourceFile("a.md", "one  two -- three");
        var plan = FixPlan.Of([Finding(file, (9, 11, "–")), Finding(file, (3, 5, " "))]);
        Assert.Equal("one two – three", Assert.Single(plan.Files).Text);
        Assert.Empty(plan.Refused);
    }

    [Fact]
    public void Takes_a_fix_whole_or_not_at_all()
    {
        var file = new SourceFile("a.md", "one two three");
        var plan = FixPlan.Of([Finding(file, (4, 7, "2")), Finding(file, (0, 3, "1"), (6, 9, "x")), Finding(file, (8, 13, "3"))]);
        Assert.Equal("one 2 3", Assert.Single(plan.Files).Text);
        Assert.Single(plan.Refused);
    }

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(7, 7, true)]
    [InlineData(3, 3, false)]
    [InlineData(7, 8, false)]
    public void An_insertion_at_the_edge_of_another_change_waits(int start, int end, bool waits)
    {
        var file = new SourceFile("a.md", "one two three");
        Assert.Equal(waits, FixPlan.Of([Finding(file, (4, 7, "2")), Finding(file, (start, end, "x"))]).Refused.Length == 1);
    }

    [Fact]
    public void Line_breaks_are_those_of_the_file()
    {
        var file = new SourceFile("a.md", "one\r\ntwo\r\n");
        Assert.Equal("one\r\n\r\ntwo\r\n", FixPlan.Of([Finding(file, (5, 5, "\n"))]).Files[0].Text);
    }

    [Fact]
    public void What_cannot_be_mended_mechanically_is_passed_over() =>
        Assert.Empty(FixPlan.Of([new Diagnostic(Rule, null, "a", "b") { Path = "a.png" }, Finding(new SourceFile("a.md", "one"))]).Files);

    // Every character of the text that no accepted fix covers is still there, in order.
    [Fact]
    public void Changes_nothing_but_what_the_accepted_fixes_cover() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 4]).List[0, 12].Sample(ranges =>
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(i => (char)('a' + i % 26)));
            var file = new SourceFile("a.md", text);
            var plan = FixPlan.Of(ranges.Select(r => Finding(file, (r.Item1, r.Item1 + r.Item2, "#"))));
            if (plan.Files.IsEmpty)
            {
                return;
            }

            var edits = plan.Files[0].Mended.SelectMany(d => d.Fix).ToList();
            var kept = string.Concat(text.Where((_, i) => !edits.Any(e => e.Range.Start <= i && i < e.Range.End)));
            Assert.Equal(kept, plan.Files[0].Text.Replace("#", "", StringComparison.Ordinal));
            Assert.Equal(edits.Count, plan.Files[0].Text.Count(c => c == '#'));
            Assert.Equal(ranges.Count, edits.Count + plan.Refused.Length);
        });

    private static Diagnostic Finding(SourceFile file, params (int Start, int End, string Replacement)[] edits) =>
        new(Rule, file.At(0, 1), $"a finding {string.Join(' ', edits)}", "Mend it.")
        {
            Fix = [.. edits.Select(e => new TextEdit(new TextSpan(e.Start, e.End), e.Replacement))],
        };
}
