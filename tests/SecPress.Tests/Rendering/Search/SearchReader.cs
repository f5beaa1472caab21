using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SecPress.Model.Sites;
using SecPress.Rendering.Search;

namespace SecPress.Tests.Rendering.Search;

/// <summary>Where a term stands in a section, and how much it says about it.</summary>
internal sealed record Posting(int Impact, int[] Positions);

/// <summary>A section as a result shows it.</summary>
internal sealed record ShownSection(string Title, string Path, string Anchor, string Heading, string Text);

/// <summary>Reads an index back as the client does: from its manifest, and from there by name.</summary>
internal sealed class SearchReader
{
    private readonly Dictionary<string, byte[]> files;

    public SearchReader(Publication publication, int jobs = 1)
        : this(SearchIndex.Build(publication, jobs).ToDictionary(StringComparer.Ordinal))
    {
    }

    private SearchReader(Dictionary<string, byte[]> files)
    {
        this.files = files;
        using var manifest = JsonDocument.Parse(files["search/index.json"]);
        var root = manifest.RootElement;
        SectionCount = root.GetProperty("sections").GetInt32();
        BlockSections = root.GetProperty("block").GetInt32();
        Years = [.. root.GetProperty("years").EnumerateArray().Select(n => n.GetInt32()).Chunk(3).Select(y => (y[0], y[1], y[2]))];
        Folds = root.GetProperty("folds").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal);
        Shards = [.. root.GetProperty("words").EnumerateArray().Select(e => e.GetString()!).Chunk(2).Select(s => (s[0], s[1]))];
        Sections = [.. ReadSections(root)];
        foreach (var (_, hash) in Shards)
        {
            ReadShard(hash);
        }
    }

    public int SectionCount { get; }

    public int BlockSections { get; }

    public IReadOnlyList<(int Year, int First, int End)> Years { get; }

    public IReadOnlyDictionary<string, string> Folds { get; }

    public IReadOnlyList<(string FirstTerm, string Hash)> Shards { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ShownSection> Sections { get; }

    /// <summary>For each term its postings by section, in the order they stand in the index.</summary>
    public Dictionary<string, Dictionary<int, Posting>> Terms { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => files.Keys;

    /// <summary>Headings of the sections that have a term.</summary>
    public IEnumerable<string> Headings(string term) => Terms.GetValueOrDefault(term, []).Keys.Select(s => Sections[s].Heading);

    private IEnumerable<ShownSection> ReadSections(JsonElement root)
    {
        foreach (var locator in root.GetProperty("locators").EnumerateArray().Chunk(2))
        {
            var bytes = Read("locators", locator[1].GetString()!);
            for (var at = 0; at < bytes.Length;)
            {
                var count = Number(bytes, ref at);
                using var pack = JsonDocument.Parse(Read("texts", Hash(bytes, ref at)));
                var sections = pack.RootElement.GetProperty("sections").EnumerateArray().Select(s => s.EnumerateArray().Select(t => t.GetString()!).ToArray()).ToList();
                Assert.Equal(count, sections.Count);
                foreach (var section in sections)
                {
                    yield return new ShownSection(
                        pack.RootElement.GetProperty("title").GetString()!, pack.RootElement.GetProperty("path").GetString()!, section[0], section[1], section[2]);
                }
            }
        }
    }

    private void ReadShard(string hash)
    {
        var bytes = Read("words", hash);
        var at = 0;
        var postingPacks = Packs("postings", bytes, ref at);
        var positionPacks = Packs("positions", bytes, ref at);
        var count = Number(bytes, ref at);
        var (postings, positions) = (new Place(postingPacks), new Place(positionPacks));
        var term = "";
        for (var i = 0; i < count; i++)
        {
            term = term[..Number(bytes, ref at)];
            var length = Number(bytes, ref at);
            term += Encoding.UTF8.GetString(bytes, at, length);
            at += length;
            var sections = Number(bytes, ref at);
            var found = new Dictionary<int, Posting>();
            var blocks = (sections + BlockSections - 1) / BlockSections;
            for (var block = 0; block < blocks; block++)
            {
                var size = block > 0 ? BlockSections : sections - (blocks - 1) * BlockSections;
                var first = ReadBlock(postings.Next(Number(bytes, ref at)), positions.Next(Number(bytes, ref at)), size, found);
                if (blocks > 1)
                {
                    Assert.Equal(first, SectionCount - 1 - Number(bytes, ref at));
                }
            }

            Assert.Equal(sections, found.Count);
            Terms.Add(term, found);
        }

        Assert.Equal(bytes.Length, at);
    }

    private int ReadBlock(byte[] postings, byte[] positions, int size, Dictionary<int, Posting> found)
    {
        var (at, positionAt) = (0, 0);
        var sections = new int[size];
        for (var i = 0; i < size; i++)
        {
            var number = Number(postings, ref at);
            sections[i] = i == 0 ? SectionCount - 1 - number : sections[i - 1] + number;
        }

        for (var i = 0; i < size; i++)
        {
            var places = new int[Number(positions, ref positionAt)];
            for (var p = 0; p < places.Length; p++)
            {
                places[p] = Number(positions, ref positionAt) + (p > 0 ? places[p - 1] : 0);
            }

            found.Add(sections[i], new Posting((postings[at + i / 2] >> (i % 2 * 4)) & 15, places));
        }

        Assert.Equal(positions.Length, positionAt);
        return sections[0];
    }

    private List<byte[]> Packs(string kind, byte[] bytes, ref int at)
    {
        var packs = new List<byte[]>();
        for (var count = Number(bytes, ref at); count > 0; count--)
        {
            packs.Add(Read(kind, Hash(bytes, ref at)));
        }

        return packs;
    }

    private byte[] Read(string kind, string hash)
    {
        using var inflate = new DeflateStream(new MemoryStream(files[$"search/{kind}/{hash}.bin"]), CompressionMode.Decompress);
        using var content = new MemoryStream();
        inflate.CopyTo(content);
        return content.ToArray();
    }

    private static string Hash(byte[] bytes, ref int at) => Convert.ToHexStringLower(bytes.AsSpan((at += 8) - 8, 8));

    private static int Number(byte[] bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            value |= (bytes[at] & 127) << shift;
            if (bytes[at++] < 128)
            {
                return value;
            }
        }
    }

    /// <summary>Goes through the blocks of some packs, one after the other.</summary>
    private sealed class Place(List<byte[]> packs)
    {
        private int pack;
        private int at;

        public byte[] Next(int coded)
        {
            if (coded % 2 == 1)
            {
                Assert.Equal(packs[pack].Length, at);
                (pack, at) = (pack + 1, 0);
            }

            return packs[pack][at..(at += coded / 2)];
        }
    }
}
