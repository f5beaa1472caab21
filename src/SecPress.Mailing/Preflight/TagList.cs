namespace SecPress.Mailing.Preflight;

/// <summary>The <c>tag=value; tag=value</c> of DKIM (RFC 6376 §3.2) and DMARC records.</summary>
internal static class TagList
{
    /// <summary>The values by tag, without white space around them; of a tag that is given twice the first.</summary>
    public static Dictionary<string, string> Read(string record)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in record.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                tags.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim());
            }
        }

        return tags;
    }
}
