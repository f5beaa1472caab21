using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SecPress.Mailing.Subscribers;

/// <summary>
/// Reads a list of subscribers into the store: CSV in UTF-8 with a header, or one address a line. Reads as a stream, so that its
/// memory does not grow with the list; taking the same list twice changes nothing.
/// </summary>
public sealed class SubscriberImporter(ISubscriberStore store)
{
    /// <summary>Refused rows that a report holds.</summary>
    public const int MostErrors = 10_000;

    private const int BatchSize = 10_000;

    /// <param name="list">The file, which can be read twice: once to see that it is UTF-8.</param>
    /// <param name="options">What holds for every row.</param>
    /// <param name="progress">Rows read so far.</param>
    /// <param name="cancellationToken">Stops between batches; what was taken stays.</param>
    public async Task<ImportReport> ImportAsync(
        Stream list, ImportOptions options, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(options);
        if (!list.CanSeek)
        {
            throw new ArgumentException("The list cannot be read twice.", nameof(list));
        }

        if (ListEncoding.Refuse(list) is { } encoding)
        {
            return new ImportReport { Refusal = encoding };
        }

        using var text = new StreamReader(list, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        var run = new Run(store, options);
        return await run.ReadAsync(text, SeparatorOf(list), progress, cancellationToken);
    }

    /// <summary>The separator that the first line has most of, outside quotes; a comma when it has none.</summary>
    private static char SeparatorOf(Stream list)
    {
        Span<byte> start = stackalloc byte[1 << 13];
        start = start[..list.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        list.Position = 0;
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var b in start)
        {
            if (b == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && b is (byte)'\n' or (byte)'\r')
            {
                break;
            }
            else if (!quoted && ",;\t".IndexOf((char)b, StringComparison.Ordinal) is var which and >= 0)
            {
                counts[which]++;
            }
        }

        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private sealed class Run(ISubscriberStore store, ImportOptions options)
    {
        private static readonly ImmutableSortedDictionary<string, string> NoFields = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

        private readonly List<SubscriberRecord> batch = [];
        private readonly List<RowError> errors = [];
        private readonly List<bool> repeats = [];
        private readonly int[] outcomes = new int[Enum.GetValues<ImportOutcome>().Length];

        // 16 bytes for each address instead of its text: a million take some 40 MB.
        private readonly HashSet<UInt128> seen = [];
        private readonly Consent consent = new(options.ConsentAt, "import", options.ConsentText, options.Source);
        private int rows;
        private int repeated;
        private int refused;

        public async Task<ImportReport> ReadAsync(StreamReader text, char separator, IProgress<int>? progress, CancellationToken cancellationToken)
        {
            var reader = new CsvReader(text, separator);
            var header = ListHeader.AddressesOnly;
            try
            {
                if (reader.Read() is not { } first)
                {
                    return new ImportReport { Refusal = "it is empty" };
                }

                if (first.Count == 1 && first[0].Contains('@'))
                {
                    Take(header, first, reader.Line);
                }
                else
                {
                    var (found, refusal) = ListHeader.Read(first);
                    if (found is null)
                    {
                        return new ImportReport { Refusal = refusal };
                    }

                    header = found;
                }

                while (reader.Read() is { } row)
                {
                    Take(header, row, reader.Line);
                    if (batch.Count == BatchSize)
                    {
                        await KeepAsync(cancellationToken);
                        progress?.Report(rows);
                    }
                }
            }
            catch (FormatException e)
            {
                rows++;
                Refuse(reader.Line, "", $"{e.Message}: nothing from this line on was read");
            }

            await KeepAsync(cancellationToken);
            progress?.Report(rows);
            return Report(header);
        }

        private void Take(ListHeader header, IReadOnlyList<string> row, int line)
        {
            rows++;
            if (row.Count > header.Width)
            {
                Refuse(line, string.Join(' ', row), $"the row has {row.Count} fields, the header {header.Width}: a field that holds a separator needs quotes");
                return;
            }

            var given = Cell(row, header.Email);
            if (!EmailAddress.TryParse(given, out var address, out var reason))
            {
                Refuse(line, given, $"the address is refused: {reason}");
                return;
            }

            var streams = Cell(row, header.Streams).Split([',', ';', '|', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (streams.FirstOrDefault(s => !options.KnownStreams.Contains(s)) is { } unknown)
            {
                Refuse(line, given, $"there is no stream {unknown} in site.yml, which has {string.Join(", ", options.KnownStreams)}");
                return;
            }

            var language = Cell(row, header.Language);
            batch.Add(new SubscriberRecord(
                address, Cell(row, header.Name), language.Length > 0 ? language : null, streams.Length > 0 ? [.. streams] : options.Streams,
                FieldsOf(header, row), consent));
            repeats.Add(!seen.Add(HashOf(address)));
        }

        private static ImmutableSortedDictionary<string, string> FieldsOf(ListHeader header, IReadOnlyList<string> row) => header.Fields.IsEmpty
            ? NoFields
            : NoFields.SetItems(header.Fields
                .Select(f => KeyValuePair.Create(f.Name, Cell(row, f.Column)))
                .Where(f => f.Value.Length > 0));

        private static string Cell(IReadOnlyList<string> row, int? column) => column is { } at && at < row.Count ? row[at].Trim() : "";

        private static UInt128 HashOf(EmailAddress address)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(address.Key), hash);
            return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        }

        private void Refuse(int line, string value, string reason)
        {
            refused++;
            if (errors.Count < MostErrors)
            {
                errors.Add(new RowError(line, value, reason));
            }
        }

        private async Task KeepAsync(CancellationToken cancellationToken)
        {
            if (batch.Count == 0)
            {
                return;
            }

            var results = await store.ImportAsync(batch, options.DryRun, cancellationToken);
            for (var i = 0; i < results.Length; i++)
            {
                if (repeats[i])
                {
                    repeated++;
                }
                else
                {
                    outcomes[(int)results[i]]++;
                }
            }

            batch.Clear();
            repeats.Clear();
        }

        private ImportReport Report(ListHeader header) => new()
        {
            Rows = rows,
            Added = outcomes[(int)ImportOutcome.Added],
            Updated = outcomes[(int)ImportOutcome.Updated],
            Unchanged = outcomes[(int)ImportOutcome.Unchanged],
            KeptOut = outcomes[(int)ImportOutcome.KeptOut],
            Repeated = repeated,
            Refused = refused,
            Errors = [.. errors],
            Fields = [.. header.Fields.Select(f => f.Name)],
        };
    }
}
