namespace SecPress.Content.Documents;

/// <summary>Which addresses an editor may link to: http, https, mailto, tel, and what is relative.</summary>
internal static class LinkSchemes
{
    public static bool IsAllowed(string url)
    {
        var scheme = SchemeOf(url);
        return scheme is null or "http" or "https" or "mailto" or "tel";
    }

    /// <summary>A file's address, or a path of Windows with its drive's letter.</summary>
    public static bool IsOnThisComputer(string url) => SchemeOf(url) is { } scheme && (scheme == "file" || (scheme.Length == 1 && char.IsAsciiLetter(scheme[0])));

    /// <summary>
    /// The scheme as a browser reads it, in lower case; null when the address is relative. Browsers skip leading white space and
    /// control characters, and tabs and line breaks everywhere.
    /// </summary>
    public static string? SchemeOf(string url)
    {
        Span<char> scheme = stackalloc char[32];
        var length = 0;
        foreach (var c in url)
        {
            if (c is '\t' or '\r' or '\n' || (length == 0 && (c <= ' ' || char.IsControl(c) || char.IsWhiteSpace(c) || c == '\uFEFF')))
            {
                continue;
            }

            if (c == ':')
            {
                return length == 0 ? null : new string(scheme[..Math.Min(length, scheme.Length)]).ToLowerInvariant();
            }

            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return null;
            }

            // A scheme longer than this is none of the allowed ones, whatever its end.
            if (length < scheme.Length)
            {
                scheme[length] = c;
            }

            length++;
        }

        return null;
    }
}
