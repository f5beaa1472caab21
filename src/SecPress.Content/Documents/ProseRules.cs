using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Content.Settings;
using SecPress.Model.Settings;

namespace SecPress.Content.Documents;

/// <summary>What of the site's settings the reading of Markdown depends on.</summary>
internal sealed class ProseRules
{
    public static readonly ProseRules None = new([], [], [], rawHtml: false);

    private ProseRules(
        ImmutableArray<Acronym> acronyms, ImmutableArray<Register> registers, ImmutableArray<Committee> committees, bool rawHtml)
    {
        Acronyms = acronyms;
        RawHtml = rawHtml;
        CommitteeIds = committees.Select(c => c.Id).ToFrozenSet(StringComparer.Ordinal);
        RegisterFinder = new RegisterFinder(
            [.. registers.Select(r => (r.Id, Pattern: IdPattern.Parse(r.Pattern))).Where(r => r.Pattern is not null).Select(r => (r.Id, r.Pattern!))]);
        Words = new WordFinder(acronyms);
    }

    public ImmutableArray<Acronym> Acronyms { get; }

    public bool RawHtml { get; }

    public FrozenSet<string> CommitteeIds { get; }

    public RegisterFinder RegisterFinder { get; }

    public WordFinder Words { get; }

    public static ProseRules Of(SiteSettings settings) =>
        new(settings.Acronyms, settings.Registers, settings.Committees, settings.RawHtml);
}
