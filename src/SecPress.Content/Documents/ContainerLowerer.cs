using System.Collections.Frozen;
using System.Collections.Immutable;
using Markdig.Extensions.CustomContainers;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Sites;

namespace SecPress.Content.Documents;

/// <summary>
/// Lowers <c>::: name argument</c>. Parts: <c>highlights</c>, <c>key-dates</c>, <c>consultations</c>, <c>modifications</c>,
/// <c>decisions</c>, <c>committee ID</c>, <c>panel</c> (short for <c>committee panel</c>), <c>accessions</c>, <c>calendar</c>,
/// <c>links</c>, <c>attachments</c>, and on a page <c>pages</c>. Others hold Markdown: <c>callout TITLE</c>, <c>button</c>, <c>web-only</c>, <c>greeting</c>, <c>group</c>.
/// </summary>
internal sealed class ContainerLowerer(ParseContext context, BlockLowerer blocks)
{
    private static readonly FrozenDictionary<string, PartKind> PartNames = new Dictionary<string, PartKind>(StringComparer.Ordinal)
    {
        ["highlights"] = PartKind.Highlights,
        ["key-dates"] = PartKind.KeyDates,
        ["consultations"] = PartKind.Consultations,
        ["modifications"] = PartKind.Modifications,
        ["decisions"] = PartKind.Decisions,
        ["committee"] = PartKind.Committee,
        ["panel"] = PartKind.Committee,
        ["accessions"] = PartKind.Accessions,
        ["calendar"] = PartKind.Calendar,
        ["links"] = PartKind.Links,
        ["attachments"] = PartKind.Attachments,
        ["pages"] = PartKind.Pages,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ContainerKind> ContainerNames = new Dictionary<string, ContainerKind>(StringComparer.Ordinal)
    {
        ["callout"] = ContainerKind.Callout,
        ["button"] = ContainerKind.Button,
        ["web-only"] = ContainerKind.WebOnly,
        ["greeting"] = ContainerKind.Greeting,
        ["group"] = ContainerKind.Group,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name that may stand behind the colons, in order.</summary>
    public static IEnumerable<string> AllNames => PartNames.Keys.Concat(ContainerNames.Keys).Order(StringComparer.Ordinal);

    /// <summary>What an editor writes to place a part.</summary>
    public static string NameOf(Part part) => part.Kind == PartKind.Committee
        ? "committee " + part.Argument
        : PartNames.First(p => p.Value == part.Kind).Key;

    public Block? Lower(CustomContainer container)
    {
        var name = container.Info ?? "";
        var argument = (container.Arguments ?? "").Trim();
        var (fenceSpan, nameSpan) = SpansOf(container, name);
        var attributes = context.AttributesOf(container, c => c == container.Info);
        if (container.ClosingFencedCharCount == 0)
        {
            ReportUnclosed(container, name, fenceSpan);
        }
        else if (name.Length == 0 && attributes == NodeAttributes.None)
        {
            context.Report(ContentRules.Container, fenceSpan, "a container has no name", $"Write its name behind the colons: {Names()}.");
        }
        else if (name.Length > 0 && !PartNames.ContainsKey(name) && !ContainerNames.ContainsKey(name))
        {
            context.Report(ContentRules.Container, nameSpan, $"unknown container '{name}'", Suggest(name));
        }

        if (PartNames.TryGetValue(name, out var part))
        {
            return LowerPart(container, part, name, argument, nameSpan);
        }

        var kind = ContainerNames.GetValueOrDefault(name, ContainerKind.Group);
        var wasInGreeting = context.InGreeting;
        context.InGreeting |= kind == ContainerKind.Greeting;
        var content = blocks.LowerAll(container);
        context.InGreeting = wasInGreeting;
        if (kind == ContainerKind.Button && !IsOneLink(content))
        {
            context.Report(ContentRules.Container, nameSpan, "a button holds one link and nothing else", "Write one link between the lines of colons: [Read more](https://example.org/).");
        }

        if (kind is not ContainerKind.Callout && argument.Length > 0 && ContainerNames.ContainsKey(name))
        {
            context.Report(ContentRules.Container, nameSpan, $"'{name}' takes no argument, and '{argument}' stands behind it", "Take it out, or write it on the next line.");
        }

        return new Container(context.SpanOf(container), kind, argument, content) { Attributes = attributes };
    }

    private PartPlacement? LowerPart(CustomContainer container, PartKind part, string name, string argument, TextSpan nameSpan)
    {
        if (!context.Takes(part))
        {
            var where = part == PartKind.Pages ? "a page that has others in its folder" : "an issue";
            context.Report(ContentRules.Placement, nameSpan, $"the part '{name}' cannot be placed here", $"Place it in the body of {where}.");
            return null;
        }

        // An unclosed one holds the rest of the text, which its own finding speaks of.
        if (container.Count > 0 && container.ClosingFencedCharCount > 0)
        {
            context.Report(
                ContentRules.LostText,
                context.SpanOf(container[0]),
                $"this text stands inside the container '{name}' and would be lost",
                $"Close the container on the line below '::: {name}', and write the text behind it; {(part == PartKind.Pages ? "the list is made by itself" : "the part itself comes from front matter")}.");
        }

        if (name == "committee")
        {
            if (argument.Length == 0)
            {
                context.Report(ContentRules.Placement, nameSpan, "which committee is missing", $"Write its id behind the name: ::: committee {context.Rules.CommitteeIds.Order(StringComparer.Ordinal).FirstOrDefault("panel")}.");
                return null;
            }

            if (!context.Rules.CommitteeIds.Contains(argument))
            {
                context.Report(
                    ContentRules.UnknownName,
                    ArgumentSpan(container, argument),
                    $"no committee has the id '{argument}'",
                    $"Use an id from committees in site.yml.{Suggestion.DidYouMean(argument, context.Rules.CommitteeIds)}");
                return null;
            }
        }
        else if (argument.Length > 0)
        {
            context.Report(ContentRules.Placement, ArgumentSpan(container, argument), $"'{name}' takes no argument, and '{argument}' stands behind it", "Take it out.");
        }

        return new PartPlacement(context.SpanOf(container), part, name == "panel" ? "panel" : part == PartKind.Committee ? argument : "");
    }

    private void ReportUnclosed(CustomContainer container, string name, TextSpan fenceSpan)
    {
        if (name.Length == 0)
        {
            context.Report(
                ContentRules.UnclosedContainer,
                fenceSpan,
                "these colons close nothing",
                "Take them out; or, to put one container inside another, give the outer one more colons at both ends.");
        }
        else if (container.Parent is CustomContainer outer && outer.OpeningFencedCharCount <= container.OpeningFencedCharCount && outer.ClosingFencedCharCount > 0)
        {
            context.Report(
                ContentRules.UnclosedContainer,
                fenceSpan,
                $"the container '{name}' is not closed: the colons below it close the one around it",
                "Give the outer container one more colon at both ends.");
        }
        else
        {
            context.Report(
                ContentRules.UnclosedContainer,
                fenceSpan,
                $"the container '{name}' is not closed",
                $"Write a line of {new string(':', container.OpeningFencedCharCount)} behind what belongs to it.");
        }
    }

    private (TextSpan Fence, TextSpan Name) SpansOf(CustomContainer container, string name)
    {
        var text = context.Text;
        var start = container.Span.Start;
        var colons = start;
        while (colons < text.Length && text[colons] == ':')
        {
            colons++;
        }

        var at = name.Length == 0 ? -1 : text.IndexOf(name, colons, StringComparison.Ordinal);
        var fence = context.SpanOf(start, Math.Max(start + 1, colons));
        return (fence, at < 0 ? fence : context.SpanOf(at, at + name.Length));
    }

    private TextSpan ArgumentSpan(CustomContainer container, string argument)
    {
        var at = context.Text.IndexOf(argument, container.Span.Start + container.OpeningFencedCharCount + container.Info!.Length, StringComparison.Ordinal);
        return at < 0 ? context.SpanOf(container) : context.SpanOf(at, at + argument.Length);
    }

    private static bool IsOneLink(ImmutableArray<Block> content) =>
        content is [Paragraph { Content: var inlines }]
        && inlines.OfType<Link>().Count() == 1
        && inlines.All(i => i is Link or LineBreak || (i is TextInline blank && string.IsNullOrWhiteSpace(blank.Text)));

    private static string Suggest(string name) =>
        Suggestion.DidYouMean(name, AllNames) is { Length: > 0 } suggestion ? suggestion.TrimStart() : $"The names are {Names()}.";

    private static string Names() => string.Join(", ", AllNames);
}
