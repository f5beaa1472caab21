using System.Collections.Immutable;
using SecPress.Model.Sites;

namespace SecPress.Rendering.Search;

/// <summary>
/// The files from which a browser answers searches over every section of the site, with nothing but a static host. Their format is
/// described in <c>docs/decisions/0010</c>. The time and memory they take grow with the text.
/// </summary>
public sealed class SearchIndex
{
    // More parts than threads, so that none of them waits long for the others; few, since each has the common words anew. Not above a
    // size, since a part holds each of its words twice for a moment: 25 MB for a thousand issues of 1,500 words.
    private const int PartsPerThread = 2;
    private const int MostPagesOfAPart = 1000;

    private readonly Payload payload = new();

    private SearchIndex()
    {
    }

    /// <summary>Every file below <c>search/</c> but the page itself, by path. The same on any number of threads.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Build(Publication publication, int jobs)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        var index = new SearchIndex();
        var pages = PagesOf(publication);
        var parts = index.Read(publication, pages, jobs);
        var manifest = new SearchManifest
        {
            SectionCount = parts.Sum(p => p.Segment.Lengths.Count),
            Shards = index.WriteShards(new SegmentMerge([.. parts.Select(p => p.Segment)]), jobs),
            Locators = index.WriteLocators([.. parts.SelectMany(p => p.Packs)]),
            PageSections = index.payload.Add("pages", Numbers(parts.SelectMany(p => p.PageSections)).Written),
            Years = YearsOf(pages, [.. parts.SelectMany(p => p.PageSections)]),
        };
        return index.payload.Files.Prepend(new(SearchManifest.Path, manifest.ToJson()));
    }

    /// <summary>Issues, newest first, and then the ordinary pages.</summary>
    private static ImmutableArray<SitePage> PagesOf(Publication publication) =>
        [.. publication.Issues.Select(publication.PageOf), .. publication.Map.Pages.Where(p => p.Written is not null)];

    private static ByteBuffer Numbers(IEnumerable<int> numbers)
    {
        var buffer = new ByteBuffer();
        foreach (var number in numbers)
        {
            buffer.Number(number);
        }

        return buffer;
    }

    private static ImmutableArray<SearchYear> YearsOf(ImmutableArray<SitePage> pages, ImmutableArray<int> pageSections)
    {
        var years = ImmutableArray.CreateBuilder<SearchYear>();
        for (var (page, section) = (0, 0); page < pages.Length; section += pageSections[page++])
        {
            if (pages[page] is not IssuePage { Issue.Sent.Year: var year })
            {
                break;
            }

            if (years.Count == 0 || years[^1].Year != year)
            {
                years.Add(new SearchYear(year, section, section));
            }

            years[^1] = years[^1] with { End = section + pageSections[page] };
        }

        return years.ToImmutable();
    }

    private ImmutableArray<Part> Read(Publication publication, ImmutableArray<SitePage> pages, int jobs)
    {
        var count = Math.Max((pages.Length + MostPagesOfAPart - 1) / MostPagesOfAPart, Math.Clamp(jobs * PartsPerThread, 1, Math.Max(1, pages.Length)));
        var parts = new Part[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
        {
            var (start, end) = (pages.Length * (long)i / count, pages.Length * (long)(i + 1) / count);
            parts[i] = Read(publication, pages.AsSpan()[(int)start..(int)end]);
        });
        return [.. parts];
    }

    private Part Read(Publication publication, ReadOnlySpan<SitePage> pages)
    {
        var segment = new SegmentWriter();
        var pageSections = new List<int>();
        var packs = new List<(int Sections, byte[] Hash)>();
        var reader = new SectionReader(publication);
        foreach (var page in pages)
        {
            var (title, date, sections) = page switch
            {
                IssuePage { Issue: var issue } p => (issue.Title, (publication.Labels.Date(issue.Sent), issue.Sent.ToString("uuuu-MM-dd", null)), reader.Of(p)),
                { Written: { } text } => (text.Title, ((string, string)?)null, reader.Of(text)),
                _ => throw new ArgumentException($"{page.GetType().Name} is not indexed.", nameof(pages)),
            };
            sections.ForEach(segment.Add);
            pageSections.Add(sections.Count);
            packs.AddRange(TextPacks.Write(payload, title, page.Path, date, sections));
        }

        return new Part(segment.Close(), pageSections, packs);
    }

    private ImmutableArray<(string FirstTerm, byte[] Hash)> WriteShards(SegmentMerge merge, int jobs)
    {
        var shards = new List<(int Start, int End)>();
        for (var (start, end) = (0, 0); end < merge.Terms.Count;)
        {
            if (SearchFormat.EndsShard(merge.Terms[end++], end - start) || end == merge.Terms.Count)
            {
                shards.Add((start, end));
                start = end;
            }
        }

        var written = new (string, byte[])[shards.Count];
        Parallel.For(0, written.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
            written[i] = (merge.Terms[shards[i].Start], new ShardWriter(merge, payload).Write(shards[i].Start, shards[i].End)));
        return [.. written];
    }

    // The newest locator is the one that is not full, as with blocks.
    private ImmutableArray<(int FirstSection, byte[] Hash)> WriteLocators(ImmutableArray<(int Sections, byte[] Hash)> packs)
    {
        var locators = ImmutableArray.CreateBuilder<(int, byte[])>();
        var section = 0;
        for (int start = 0, end = (packs.Length - 1) % SearchFormat.LocatorPacks + 1; start < packs.Length; start = end, end += SearchFormat.LocatorPacks)
        {
            var locator = new ByteBuffer();
            var first = section;
            foreach (var (sections, hash) in packs.AsSpan()[start..end])
            {
                locator.Number(sections);
                locator.Bytes(hash);
                section += sections;
            }

            locators.Add((first, payload.Add("locators", locator.Written)));
        }

        return locators.ToImmutable();
    }

    /// <summary>What one thread made of a run of pages.</summary>
    private sealed record Part(Segment Segment, IReadOnlyList<int> PageSections, IReadOnlyList<(int Sections, byte[] Hash)> Packs);
}
