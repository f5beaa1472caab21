using System.Collections.Immutable;
using NodaTime;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Tests.Model;

/// <summary>The smallest models that the tests of this room need.</summary>
internal static class ModelBuilder
{
    public static readonly Instant Clock = Instant.FromUtc(2017, 7, 1, 12, 0);

    public static Labels Labels { get; } = new(
        "en-GB",
        new Dictionary<string, string> { ["date.long"] = "{day} {d} {month} {yyyy}", ["date.short"] = "{ddd} {dd}/{mm} {mon}", ["count"] = "{0} of {1}" },
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

    public static SiteSettings Settings { get; } = new()
    {
        Source = new SourceFile("site.yml", "title: Demo\n"),
        Title = "Demo",
        BaseUrl = new Uri("https://example.org/news/"),
        TimeZone = DateTimeZoneProviders.Tzdb["Europe/London"],
    };

    public static Site Site(params ReadOnlySpan<Issue> issues) => new()
    {
        Settings = Settings,
        Labels = Labels,
        Templates = new TemplateSet([]),
        Issues = [.. issues],
    };

    public static Issue Issue(string slug, LocalDate sent, params ReadOnlySpan<string> headings) => new()
    {
        Source = new SourceFile($"content/issues/{slug}.md", $"---\ntitle: {slug}\n---\n"),
        Slug = slug,
        Title = slug,
        TitleSpan = new TextSpan(11, 11 + slug.Length),
        Sent = sent,
        Body = new Document([.. headings.ToArray().Select(Heading)], []),
    };

    public static Page Page(string slug, params ReadOnlySpan<string> aliases) => new()
    {
        Source = new SourceFile($"content/pages/{slug}.md", $"---\ntitle: {slug}\n---\n"),
        Slug = slug,
        Title = slug,
        Aliases = [.. aliases.ToArray().Select(a => new Reference(a, TextSpan.None))],
    };

    public static Highlight Highlight(string text, string? section = null) => new(
        "blue", new InlineText(Text(text), TextSpan.None), section is null ? null : new Reference(section, TextSpan.None), TextSpan.None);

    public static Publication Assemble(Site site, out DiagnosticBag diagnostics, bool drafts = false, bool future = false)
    {
        diagnostics = new DiagnosticBag();
        return Publication.Assemble(site, new PublicationOptions(Clock, drafts, future), diagnostics);
    }

    public static ImmutableArray<Inline> Text(string text) => [new TextInline(TextSpan.None, text)];

    private static Block Heading(string text) => new Heading(TextSpan.None, 2, Slug.From(text), Text(text));
}
