using System.Net;
using System.Net.Sockets;

namespace SecPress.EndToEnd.Support;

internal static class LoopbackPort
{
    /// <summary>A port that was free a moment ago, for a server that takes its port from a file.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until a server greets on the port: mail servers say <c>220</c> or <c>* OK</c> when they are ready.</summary>
    public static async Task<bool> GreetsAsync(int port, TimeSpan patience)
    {
        using var time = new CancellationTokenSource(patience);
        while (!time.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, time.Token);
                if (await client.GetStream().ReadAsync(new byte[1], time.Token) == 1)
                {
                    return true;
                }
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
            {
                await Task.Delay(100, CancellationToken.None);
            }
        }

        return false;
    }
}
