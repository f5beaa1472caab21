using System.Collections.Immutable;
using NodaTime;
using SecPress.Content.Documents;
using SecPress.Content.Schemas;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;
using Stream = SecPress.Model.Settings.Stream;

namespace SecPress.Content.Settings;

/// <summary>What <c>site.yml</c> and the files of <c>content/data</c> say.</summary>
/// <param name="Settings">The settings; where a required one is missing or wrong, a stand-in to read the content with.</param>
/// <param name="Labels">The mapping under <c>labels</c>.</param>
/// <param name="IsUsable">Whether nothing that a site cannot be without is missing.</param>
internal sealed record ParsedSettings(SiteSettings Settings, YamlMap? Labels, bool IsUsable);

/// <summary>Reads <c>site.yml</c> and what <c>content/data</c> adds to it.</summary>
internal sealed class SettingsParser(SourceFile file, IReadOnlyCollection<Rule>? rules, DiagnosticBag diagnostics)
{
    private static readonly Uri StandInUrl = new("https://example.org/");

    private readonly List<(Committee Committee, SourceSpan At)> committees = [];
    private readonly List<(Register Register, SourceSpan At)> registers = [];
    private readonly List<(Acronym Acronym, SourceSpan At)> acronyms = [];

    public ParsedSettings Parse(ImmutableArray<SourceFile> data)
    {
        var map = YamlReader.ReadMap(file, 0, file.Text.Length, diagnostics);
        if (map is not null)
        {
            new ShapeValidator(file, diagnostics).Validate(map, SiteSchema.Site, new TextSpan(0, Math.Min(1, file.Text.Length)));
        }

        map ??= new YamlMap(TextSpan.None, []);
        var reader = new MapReader(map, SiteSchema.Site);
        AddShared(file, map);
        foreach (var shared in data)
        {
            ReadData(shared);
        }

        var baseUrl = reader.Text("base-url") is { } url ? new Uri(url.EndsWith('/') ? url : url + "/") : null;
        var title = reader.Text("title");
        return new ParsedSettings(
            Build(reader, title ?? "", baseUrl ?? StandInUrl),
            reader.Node("labels") as YamlMap,
            title is not null && baseUrl is not null);
    }

    private SiteSettings Build(MapReader reader, string title, Uri baseUrl)
    {
        var settings = new SiteSettings
        {
            Source = file,
            Title = title,
            BaseUrl = baseUrl,
            Description = reader.Text("description") ?? "",
            Language = reader.Text("language") ?? "en-GB",
            TimeZone = TimeZoneOf(reader),
            IssuePermalink = reader.Map("permalinks")?.Text("issues") ?? "/issues/{slug}/",
            Addresses = reader.Map("permalinks") is { } permalinks ? AppearanceReader.AddressesOf(permalinks) : new Addresses(),
            Publisher = reader.Map("publisher") is { } publisher ? AppearanceReader.PublisherOf(publisher) : Publisher.None,
            Theme = reader.Map("theme") is { } theme ? AppearanceReader.ThemeOf(theme) : new Theme(),
            ShareImages = reader.Choice("share-images") switch
            {
                "latest" => ShareImages.Latest,
                "none" => ShareImages.None,
                _ => ShareImages.All,
            },
            Committees = Distinct(committees, c => c.Id, "committees"),
            Registers = Distinct(registers, r => r.Id, "registers"),
            Series = SeriesOf(reader),
            Acronyms = Distinct(acronyms, a => a.Text, "acronyms"),
            WorkingDays = new HolidayReader(file, diagnostics).WorkingDaysOf(reader),
            Style = reader.Map("style") is { } style ? StyleReader.StyleOf(style) : new HouseStyle(),
            Checks = ChecksOf(reader),
            RawHtml = reader.Boolean("raw-html") ?? false,
            Email = reader.Map("email") is { } email ? EmailReader.EmailOf(email) : new EmailSettings(),
            Streams = StreamsOf(reader),
            Relays = [.. reader.Maps("relays").Select(EmailReader.RelayOf).OfType<Relay>()],
            PerDomainRate = reader.Map("rates")?.Text("per-domain") is { } rate ? RateParser.Parse(rate) : null,
            Dkim = reader.Map("dkim") is { } dkim ? EmailReader.DkimOf(dkim) : null,
            Bounces = reader.Map("bounces") is { } bounces ? EmailReader.BouncesOf(bounces) : null,
            SecretEnvironmentVariable = reader.Text("secret-env") ?? "SECPRESS_SECRET",
            Store = StoreOf(reader),
        };
        return reader.Scalar("notice") is { Value.Length: > 0 } notice
            ? settings with
            {
                Notice = notice.Value,
                NoticeContent = new DocumentParser(file, ProseRules.Of(settings), diagnostics).ParseLine(notice),
            }
            : settings;
    }

    /// <summary>A file of <c>content/data</c> adds to the key of <c>site.yml</c> that has its name.</summary>
    private void ReadData(SourceFile shared)
    {
        var name = shared.Path["content/data/".Length..];
        if (!SiteSchema.Data.TryGetValue(name, out var shape))
        {
            diagnostics.Add(
                ContentRules.MisplacedFile,
                shared.At(TextSpan.None),
                $"nothing reads '{name}'",
                $"The files here are {string.Join(", ", SiteSchema.Data.Keys)}.{Suggestion.DidYouMean(name, SiteSchema.Data.Keys)}");
        }
        else if (YamlReader.Read(shared, 0, shared.Text.Length, diagnostics, out _) is { } node)
        {
            var key = new YamlScalar(new TextSpan(0, Math.Min(1, shared.Text.Length)), name[..^".yml".Length], YamlStyle.Plain);
            new ShapeValidator(shared, diagnostics).Validate(node, shape, key, required: true);
            AddShared(shared, new YamlMap(node.Span, [new YamlEntry(key, node)]));
        }
    }

    private void AddShared(SourceFile source, YamlMap map)
    {
        var reader = new MapReader(map, SiteSchema.Site);
        foreach (var committee in reader.Maps("committees"))
        {
            if (committee.Text("id") is { } id && committee.Text("name") is { } name)
            {
                committees.Add((new Committee(id, name, committee.Text("short") ?? name, committee.Text("meets")), source.At(committee.SpanOf("id"))));
            }
        }

        foreach (var register in reader.Maps("registers"))
        {
            if (register.Text("id") is { } id && register.Text("pattern") is { } pattern)
            {
                registers.Add((new Register(id, register.Text("name"), pattern, EventsOf(register)), source.At(register.SpanOf("id"))));
            }
        }

        foreach (var (key, value) in (reader.Node("acronyms") as YamlMap)?.Entries ?? [])
        {
            if (key.Value.Trim().Length > 0 && value is YamlScalar { Value: var expansion } && expansion.Trim().Length > 0)
            {
                acronyms.Add((new Acronym(key.Value.Trim(), expansion.Trim()), source.At(key.Span)));
            }
        }
    }

    /// <summary>Events by their ids alone, or in full.</summary>
    private static ImmutableArray<RegisterEvent> EventsOf(MapReader register)
    {
        var ids = register.ScalarsOf("events").Select(s => (s.Span.Start, Event: new RegisterEvent(s.Value.Trim(), null, EntryState.Open)));
        var full = register.Maps("events").Where(e => e.Text("id") is not null).Select(e => (e.Span.Start, Event: new RegisterEvent(
            e.Text("id")!,
            e.Text("name"),
            e.Choice("state") switch
            {
                "done" => EntryState.Done,
                "stopped" => EntryState.Stopped,
                _ => EntryState.Open,
            })));
        return [.. ids.Concat(full).OrderBy(e => e.Start).Select(e => e.Event)];
    }

    private ImmutableArray<Series> SeriesOf(MapReader reader) => Distinct(
        [.. reader.Maps("series")
            .Where(s => s.Text("id") is not null && s.Text("name") is not null)
            .Select(s => (new Series(s.Text("id")!, s.Text("name")!, s.Text("description") ?? ""), file.At(s.SpanOf("id"))))],
        s => s.Id,
        "series");

    private ImmutableArray<T> Distinct<T>(List<(T Item, SourceSpan At)> items, Func<T, string> id, string plural)
    {
        var first = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        var distinct = ImmutableArray.CreateBuilder<T>(items.Count);
        foreach (var (item, at) in items)
        {
            if (first.TryAdd(id(item), at))
            {
                distinct.Add(item);
            }
            else
            {
                diagnostics.Add(ContentRules.Duplicate, at, $"there are two {plural} '{id(item)}'", $"Take one of the two out; the other is at {first[id(item)]}.");
            }
        }

        return distinct.DrainToImmutable();
    }

    private DateTimeZone TimeZoneOf(MapReader reader)
    {
        if (reader.Text("timezone") is not { } name)
        {
            return DateTimeZone.Utc;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone)
        {
            return zone;
        }

        diagnostics.Add(
            ContentRules.UnknownName,
            file.At(reader.SpanOf("timezone")),
            $"there is no time zone '{name}'",
            $"Write a name of the time zone database, such as Europe/London.{Suggestion.DidYouMean(name, DateTimeZoneProviders.Tzdb.Ids)}");
        return DateTimeZone.Utc;
    }

    private ImmutableDictionary<string, Severity> ChecksOf(MapReader reader)
    {
        var severities = ImmutableDictionary.CreateBuilder<string, Severity>(StringComparer.Ordinal);
        foreach (var (key, value) in (reader.Node("checks") as YamlMap)?.Entries ?? [])
        {
            var code = key.Value;
            var rule = rules?.FirstOrDefault(r => r.Code == code);
            if (rules is not null && rule is null)
            {
                diagnostics.Add(
                    ContentRules.UnknownName,
                    file.At(key.Span),
                    $"there is no rule '{code}'",
                    $"Write the code that a finding names, such as SP131.{Suggestion.DidYouMean(code, rules.Select(r => r.Code))}");
            }
            else if (rule is { IsConfigurable: false })
            {
                diagnostics.Add(
                    ContentRules.BadValue,
                    file.At(key.Span),
                    $"{code} ({rule.Title}) is an error and stays one",
                    "Take the line out, and mend what the rule finds.");
            }
            else if (value is YamlScalar { Value: var word } && Enum.TryParse<Severity>(word, ignoreCase: true, out var severity))
            {
                severities[code] = severity;
            }
        }

        return severities.ToImmutable();
    }

    private ImmutableArray<Stream> StreamsOf(MapReader reader)
    {
        var streams = new List<(Stream, SourceSpan)>();
        foreach (var stream in reader.Maps("streams"))
        {
            if (stream.Text("id") is { } id)
            {
                streams.Add((
                    new Stream(
                        id,
                        stream.Choice("kind") == "service" ? StreamKind.Service : StreamKind.Consent,
                        stream.Choice("on-unknown") == "resend" ? OnUnknown.Resend : OnUnknown.Hold),
                    file.At(stream.SpanOf("id"))));
            }
        }

        return streams.Count == 0 ? [Stream.Newsletter] : Distinct(streams, s => s.Id, "streams");
    }

    private string StoreOf(MapReader reader)
    {
        var store = reader.Text("store") ?? "sqlite:subscribers.db";
        if (store.StartsWith("postgres", StringComparison.Ordinal)
            && (store.Contains("password", StringComparison.OrdinalIgnoreCase)
                || store.Contains("pwd", StringComparison.OrdinalIgnoreCase)
                || store.Contains('@', StringComparison.Ordinal)))
        {
            diagnostics.Add(
                ContentRules.SecretInSettings,
                file.At(reader.SpanOf("store")),
                "the connection string holds a password, which does not belong in a file like this",
                "Put the connection string into an environment variable, and write 'store: env:' and its name.");
        }

        return store;
    }
}
