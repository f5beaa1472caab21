using System.Collections.Immutable;
using NodaTime;
using SecPress.Content.Documents;
using SecPress.Content.Issues;
using SecPress.Content.Schemas;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>Reads one issue: its front matter, typed and validated, and its body. Every place in the result is one in the file.</summary>
internal sealed class IssueParser(SiteSettings settings, ProseRules rules, DiagnosticBag diagnostics)
{
    /// <summary>Null when it lacks what an issue cannot be without; then the bag says what.</summary>
    public Issue? Parse(ContentFile content)
    {
        var file = content.Source;
        if (FrontMatterReader.Read(file, diagnostics) is not { } matter)
        {
            return null;
        }

        new ShapeValidator(file, diagnostics).Validate(matter.Map, IssueSchema.Issue, FrontMatterReader.Opening);
        var map = new MapReader(matter.Map, IssueSchema.Issue);
        var documents = new DocumentParser(file, rules, diagnostics);
        var body = documents.ParseBody(matter.BodyStart, TextKind.Issue);
        var committees = new CommitteeReader(file, settings, documents, diagnostics).Read(map);
        var parts = new PartReader(file, settings, rules, documents, diagnostics);
        var slug = SlugReader.Read(content, map, diagnostics);
        var sent = map.Scalar("sent") is { } scalar ? Scalars.DateAndTime(scalar.Value) : null;
        var given = new Issue
        {
            Source = file,
            Slug = slug ?? "",
            Title = map.Text("title") ?? "",
            TitleSpan = map.Node("title")?.Span ?? FrontMatterReader.Opening,
            Summary = map.Text("summary") ?? "",
            SummarySpan = map.SpanOf("summary"),
            Sent = sent?.Date ?? LocalDate.MinIsoValue,
            SentTime = sent?.Time,
            Draft = map.Boolean("draft") ?? false,
            Revisions = PartReader.Revisions(map),
            Highlights = parts.Highlights(map),
            Committees = committees,
            Modifications = parts.Modifications(map),
            Consultations = parts.Consultations(map),
            Decisions = parts.Decisions(map),
            Accessions = map.Map("accessions") is { } accessions ? PartReader.Accessions(accessions) : null,
            Calendar = parts.Calendar(map),
            KeyDates = parts.KeyDates(map),
            EmailSubject = map.Map("email")?.Text("subject"),
            EmailStreams = Streams(map, file),
            Links = LinkReader.Links(map, "links"),
            Attachments = LinkReader.Links(map, "attachments"),
            Tags = Tags(map, file),
            Series = SeriesOf(map, file),
            Aliases = SlugReader.Aliases(map),
            Image = map.Reference("image"),
            Body = body,
        };
        CheckPlacements(given, body, file, matter.Map);
        return slug is null || given.Title.Length == 0 || sent is null ? null : given;
    }

    private ImmutableArray<string> Streams(MapReader map, SourceFile file)
    {
        if (map.Map("email") is not { } email || email.Node("streams") is null)
        {
            return [settings.Streams[0].Id];
        }

        var ids = settings.Streams.Select(s => s.Id).ToList();
        foreach (var stream in email.ScalarsOf("streams").Where(s => !ids.Contains(s.Value)))
        {
            diagnostics.Add(
                ContentRules.UnknownName,
                file.At(stream.Span),
                $"no stream has the id '{stream.Value}'",
                $"Use an id from streams in site.yml.{Suggestion.DidYouMean(stream.Value, ids)}");
        }

        return email.Texts("streams");
    }

    private Series? SeriesOf(MapReader map, SourceFile file)
    {
        if (map.Text("series") is not { } id)
        {
            return null;
        }

        var series = settings.Series.FirstOrDefault(s => s.Id == id);
        if (series is null)
        {
            var ids = settings.Series.Select(s => s.Id).ToList();
            diagnostics.Add(
                ContentRules.UnknownName,
                file.At(map.SpanOf("series")),
                $"no series has the id '{id}'",
                $"Use an id from series in site.yml, or add one there.{Suggestion.DidYouMean(id, ids)}");
        }

        return series;
    }

    private ImmutableArray<string> Tags(MapReader map, SourceFile file)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in map.ScalarsOf("tags").Where(t => !tags.Add(t.Value.Trim())))
        {
            diagnostics.Add(ContentRules.Duplicate, file.At(tag.Span), $"the tag '{tag.Value}' stands twice", "Take one of the two out.");
        }

        return [.. map.Texts("tags").Distinct(StringComparer.Ordinal)];
    }

    private void CheckPlacements(Issue issue, Document body, SourceFile file, YamlMap frontMatter)
    {
        var given = Parts.Of(issue).ToHashSet();
        var placed = new Dictionary<Part, TextSpan>();
        foreach (var placement in body.Placements)
        {
            var part = new Part(placement.Kind, placement.Argument);
            var name = ContainerLowerer.NameOf(part);
            var at = file.At(placement.Span.Start, EndOfLine(file, placement.Span));
            if (!placed.TryAdd(part, placement.Span))
            {
                diagnostics.Add(
                    ContentRules.Placement,
                    at,
                    $"the part '{name}' is placed twice",
                    $"Take one of the two out; the other is on line {file.PositionOf(placed[part].Start).Line}.");
            }
            else if (!given.Contains(part) && !IsGivenWrongly(part, frontMatter))
            {
                diagnostics.Add(
                    ContentRules.Placement,
                    at,
                    $"the part '{name}' is placed here, and front matter does not give it",
                    part.Kind == PartKind.Committee
                        ? $"Add an entry with 'id: {part.Argument}' to 'committees' in front matter, or take the container out."
                        : $"Add '{name}' to the front matter, or take the container out.");
            }
        }
    }

    // What is there and wrong has its own findings; that it is missing as well would only confuse.
    private bool IsGivenWrongly(Part part, YamlMap frontMatter) => part.Kind == PartKind.Committee
        ? frontMatter["committees"] is YamlScalar { IsNull: false } || NamesUnknownCommittee(frontMatter) || (part.Argument == "panel" && frontMatter["panel"] is not null)
        : frontMatter[ContainerLowerer.NameOf(part)] is { } node && node is not (YamlScalar { IsNull: true } or YamlList { Items.Length: 0 });

    // An id misspelt in front matter and right in the body is one mistake.
    private bool NamesUnknownCommittee(YamlMap frontMatter) =>
        frontMatter["committees"] is YamlList { Items: var entries }
        && entries.OfType<YamlMap>().Any(e => e["id"] is YamlScalar { IsNull: false } id && settings.FindCommittee(id.Value) is null);

    private static int EndOfLine(SourceFile file, TextSpan span)
    {
        var end = file.Text.IndexOfAny(['\r', '\n'], span.Start);
        return end < 0 ? span.End : Math.Min(end, Math.Max(span.End, span.Start));
    }
}
