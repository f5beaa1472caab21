using System.Globalization;
using NodaTime.Text;
using SecPress.Model.Sites;
using SecPress.Publishing;

namespace SecPress.Cli.Printing;

/// <summary>What a build did, in one line.</summary>
internal static class BuildSummary
{
    private static readonly ZonedDateTimePattern Moment =
        ZonedDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm '('z')'", null);

    /// <summary>Such as <c>output: 3 added, 1 changed, 40 unchanged; left out 1 draft; changes next by itself on 2017-08-31 09:00 (Europe/London)</c>.</summary>
    public static string Of(Publication publication, PublishResult result, string output)
    {
        var clauses = new List<string> { $"{output}: {Changes(result)}" };
        var drafts = publication.Skipped.Count(s => s.Due is null);
        var future = publication.Skipped.Length - drafts;
        var skipped = new[]
        {
            drafts > 0 ? Plural.Of(drafts, "draft") : "",
            future > 0 ? Plural.Of(future, "issue whose time has not come", "issues whose time has not come") : "",
        }.Where(s => s.Length > 0).ToList();
        if (skipped.Count > 0)
        {
            clauses.Add("left out " + string.Join(" and ", skipped));
        }

        if (publication.NextChange is { } next)
        {
            clauses.Add("changes next by date on " + Moment.Format(next.InZone(publication.Settings.TimeZone)));
        }

        return string.Join("; ", clauses);
    }

    /// <summary>Each file that changed, a line each.</summary>
    public static IEnumerable<string> Details(PublishResult result) =>
        result.Added.Select(p => "  added    " + p)
            .Concat(result.Changed.Select(p => "  changed  " + p))
            .Concat(result.Deleted.Select(p => "  deleted  " + p));

    private static string Changes(PublishResult result)
    {
        var counts = new[]
        {
            (result.Added.Length, "added"), (result.Changed.Length, "changed"),
            (result.Deleted.Length, "deleted"), (result.Unchanged.Length, "unchanged"),
        };
        return string.Join(", ", counts.Where(c => c.Item1 > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Item1:N0} {c.Item2}")));
    }
}
