using System.Collections.Immutable;
using DnsClient;

namespace SecPress.Mailing.Preflight;

/// <summary>Looks text records of the domain name system up (RFC 1035 §3.3.14).</summary>
public interface ITextRecords
{
    Task<TextAnswer> FindAsync(string name, CancellationToken cancellationToken);
}

/// <param name="Records">Each record's strings put together; empty when the name has none or there is no such name.</param>
/// <param name="Failure">Why nothing is known, as the end of a sentence; null when the answer is one.</param>
public sealed record TextAnswer(ImmutableArray<string> Records, string? Failure = null);

/// <summary>Asks the resolver of this computer.</summary>
public sealed class TextRecords : ITextRecords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lazy<LookupClient> client = new(() => new LookupClient(new LookupClientOptions { Timeout = Patience, Retries = 1, UseCache = true }));

    public async Task<TextAnswer> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.Value.QueryAsync(name, QueryType.TXT, QueryClass.IN, cancellationToken);
            return response.HasError && response.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain
                ? new TextAnswer([], response.ErrorMessage)
                : new TextAnswer([.. response.Answers.TxtRecords().Select(r => string.Concat(r.Text))]);
        }
        catch (Exception e) when (e is DnsResponseException or InvalidOperationException or ArgumentException or System.Net.Sockets.SocketException)
        {
            return new TextAnswer([], e.Message.TrimEnd('.'));
        }
    }
}
