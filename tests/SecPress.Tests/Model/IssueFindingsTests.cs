using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;

namespace SecPress.Tests.Model;

public sealed class IssueFindingsTests
{
    private static readonly Rule Rule = new("SP900", Severity.Warning, "A rule of these tests");

    [Theory]
    [InlineData("2017-06", "content/issues/2017-06.md", true)]
    [InlineData("2017-06", "content/issues/2017-06b.md", false)]
    [InlineData("2017-06", "content/images/plan.png", false)]
    [InlineData("2017-06/index", "content/issues/2017-06/index.md", true)]
    [InlineData("2017-06/index", "content/issues/2017-06/plan.png", true)]
    [InlineData("2017-06/index", "content/issues/2017-06b/plan.png", false)]
    public void A_finding_concerns_the_issue_whose_text_or_file_it_is_in(string source, string path, bool concerns)
    {
        var issue = ModelBuilder.Issue(source, new LocalDate(2017, 6, 29));
        Assert.Equal(concerns, IssueFindings.Concern(new Diagnostic(Rule, new SourceFile(path, "").At(TextSpan.None), "", ""), issue));
        Assert.Equal(concerns, IssueFindings.Concern(new Diagnostic(Rule, null, "", "") { Path = path }, issue));
        Assert.Equal(concerns, IssueFindings.Concern(
            new Diagnostic(Rule, new SourceFile("templates/web/issue.html", "").At(TextSpan.None), "", "") { Chain = [new SourceFile(path, "").At(TextSpan.None)] }, issue));
    }
}
