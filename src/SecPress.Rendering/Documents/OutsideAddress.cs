using System.Buffers;
using System.Globalization;
using System.Text;

namespace SecPress.Rendering.Documents;

/// <summary>Writes an address on another site as the URL standard wants it, meaning the same.</summary>
internal static class OutsideAddress
{
    // "URL code points" (https://url.spec.whatwg.org/#url-code-points) of ASCII, with the signs that part an address.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!$&'()*+,-./:;=?@_~");

    /// <summary>
    /// Encodes what may not stand in an address, such as a bracket in a path, and takes off a <c>#</c> that nothing follows, which
    /// leads to no part of the page.
    /// </summary>
    public static string Write(string url)
    {
        if (url.EndsWith('#'))
        {
            url = url[..^1];
        }

        var start = EndOfHost(url);
        if (url.AsSpan(start).IndexOfAnyExcept(Plain) < 0)
        {
            return url;
        }

        var written = new StringBuilder(url, 0, start, url.Length + 16);
        var inFragment = false;
        for (var i = start; i < url.Length; i++)
        {
            var c = url[i];
            if (Plain.Contains(c) || c >= '\u00A0' || (c == '%' && IsEncoded(url, i)) || (c == '#' && !inFragment))
            {
                written.Append(c);
                inFragment = inFragment || c == '#';
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            }
        }

        return written.ToString();
    }

    /// <summary>Where the path begins: a host may be an address in brackets (RFC 3986, 3.2.2).</summary>
    private static int EndOfHost(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (host < 3)
        {
            return 0;
        }

        var length = url.AsSpan(host).IndexOfAny('/', '?', '#');
        return length < 0 ? url.Length : host + length;
    }

    private static bool IsEncoded(string url, int at) =>
        at + 2 < url.Length && char.IsAsciiHexDigit(url[at + 1]) && char.IsAsciiHexDigit(url[at + 2]);
}
