using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Tests.Rendering.Support;

/// <summary>A publication whose issues count parties, one of them without saying how many there are.</summary>
internal static class PartyPublication
{
    public static Publication Build() => Build(
        (new LocalDate(2016, 12, 21), "December 2016", new PartyCount(180, 197, 20, 3, null, null, TextSpan.None)),
        (new LocalDate(2017, 4, 27), "April 2017", new PartyCount(209, null, 13, 1, 0, 0, TextSpan.None)),
        (new LocalDate(2017, 5, 25), "May, \"the\" number", new PartyCount(209, 1226, 18, null, null, 2, TextSpan.None)),
        (new LocalDate(2017, 6, 29), "June 2017", new PartyCount(null, 1245, 20, 0, 1, 0, TextSpan.None)));

    public static Publication Build(params (LocalDate Sent, string Title, PartyCount Count)[] issues) => SamplePublication.Build(s => s with
    {
        Issues =
        [
            .. issues.Select((i, at) => SamplePublication.Issues[1] with
            {
                Source = new SourceFile($"content/issues/issue-{at}.md", ""),
                Slug = $"issue-{at}",
                Title = i.Title,
                Sent = i.Sent,
                Accessions = i.Count,
            }),
        ],
    });
}
