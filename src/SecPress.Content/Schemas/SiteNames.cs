using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Content.Schemas;

/// <summary>The names that content may use, by what they name. A kind without names is not known, and any word will do.</summary>
public sealed class SiteNames
{
    private readonly ImmutableDictionary<NameKind, ImmutableArray<string>> names;

    private SiteNames(IEnumerable<(NameKind Kind, IEnumerable<string> Names)> names) => this.names = names
        .Select(n => (n.Kind, Names: n.Names.Distinct(StringComparer.Ordinal).ToImmutableArray()))
        .Where(n => !n.Names.IsEmpty)
        .ToImmutableDictionary(n => n.Kind, n => n.Names);

    /// <summary>What every site has: time zones and rules.</summary>
    public static SiteNames Common(IReadOnlyCollection<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new SiteNames(CommonNames(rules));
    }

    /// <summary>What a site has besides, by its settings.</summary>
    public static SiteNames Of(SiteSettings settings, IReadOnlyCollection<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(rules);
        return new SiteNames(
        [
            .. CommonNames(rules),
            (NameKind.Committee, settings.Committees.Select(c => c.Id)),
            (NameKind.Colour, settings.Theme.Colours.Keys),

            // A register that names no events takes any.
            (NameKind.Event, settings.Registers.Any(r => r.Events.IsEmpty) ? [] : settings.Registers.SelectMany(r => r.Events).Select(e => e.Id)),
            (NameKind.Stream, settings.Streams.Select(s => s.Id)),
            (NameKind.Series, settings.Series.Select(s => s.Id)),
        ]);
    }

    public ImmutableArray<string> Of(NameKind kind) => names.GetValueOrDefault(kind, []);

    private static IEnumerable<(NameKind, IEnumerable<string>)> CommonNames(IReadOnlyCollection<Rule> rules) =>
    [
        (NameKind.TimeZone, DateTimeZoneProviders.Tzdb.Ids),
        (NameKind.Rule, rules.Where(r => r.IsConfigurable).Select(r => r.Code).Order(StringComparer.Ordinal)),
    ];
}
