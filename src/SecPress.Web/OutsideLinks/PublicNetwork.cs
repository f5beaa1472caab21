using System.Net;
using System.Net.Sockets;

namespace SecPress.Web.OutsideLinks;

/// <summary>Opens connections, and where a request requires it only to addresses that everybody can reach.</summary>
public static class PublicNetwork
{
    public static readonly HttpRequestOptionsKey<bool> IsRequired = new("public-network");

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (context.InitialRequestMessage.Options.TryGetValue(IsRequired, out var required) && required && addresses.Any(IsPrivate))
        {
            throw new HttpRequestException("it leads into a private network");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Loopback, link-local (RFC 3927, RFC 4291), private (RFC 1918, RFC 4193), shared (RFC 6598) and unspecified addresses.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6SiteLocal
                || address.Equals(IPAddress.IPv6Any);
        }

        return address.GetAddressBytes() switch
        {
            [0 or 10 or 127, ..] => true,
            [169, 254, ..] or [192, 168, ..] => true,
            [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] => true,
            _ => false,
        };
    }
}
