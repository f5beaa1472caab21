using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace SecPress.Web;

/// <summary>
/// Keeps other web pages out, which a person may have open in the same browser: a name that somebody points at this machine is no name
/// of ours, and what does something takes a secret that only our own pages can read.
/// </summary>
internal sealed class RequestGuard(int port)
{
    public const string TokenHeader = "X-SecPress-Token";

    private readonly string[] hosts = [$"127.0.0.1:{port}", $"localhost:{port}"];

    /// <summary>Read by our own pages with the state, which no other origin may.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether the request was meant for this server.</summary>
    public bool IsOurs(HttpRequest request) => hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of our own pages asks for something to be done.</summary>
    public bool MayAct(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin
        && hosts.Any(h => string.Equals(origin, "http://" + h, StringComparison.OrdinalIgnoreCase))
        && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(request.Headers[TokenHeader].ToString()), System.Text.Encoding.UTF8.GetBytes(Token));
}
