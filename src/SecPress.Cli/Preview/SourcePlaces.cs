using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Web;

namespace SecPress.Cli.Preview;

/// <summary>Where what a page shows stands in the file of its issue.</summary>
internal static class SourcePlaces
{
    public static SourcePlace Of(SourceSpan at) => new(at.File.Path, at.Position.Line);

    /// <summary>The typed parts, by the ids of their elements.</summary>
    public static ImmutableSortedDictionary<string, SourcePlace> OfParts(Issue issue) =>
        Parts.Of(issue).ToImmutableSortedDictionary(p => p.Anchor, p => Of(issue.Source.At(SpanOf(issue, p))), StringComparer.Ordinal);

    private static TextSpan SpanOf(Issue issue, Part part) => part.Kind switch
    {
        PartKind.Highlights => issue.Highlights[0].Span,
        PartKind.KeyDates => issue.KeyDates[0].Span,
        PartKind.Consultations => issue.Consultations[0].Span,
        PartKind.Modifications => issue.Modifications[0].Span,
        PartKind.Decisions => issue.Decisions[0].Span,
        PartKind.Committee => issue.Committees.First(c => c.Committee.Id == part.Argument).Span,
        PartKind.Accessions => issue.Accessions!.Span,
        PartKind.Calendar => issue.Calendar[0].Span,
        PartKind.Links => issue.Links[0].Target.Span,
        PartKind.Attachments => issue.Attachments[0].Target.Span,
        _ => issue.TitleSpan,
    };
}
