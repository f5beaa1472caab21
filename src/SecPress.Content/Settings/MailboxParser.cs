using System.Globalization;
using SecPress.Model.Settings;

namespace SecPress.Content.Settings;

/// <summary>Reads <c>Name &lt;user@host&gt;</c> or <c>user@host</c>.</summary>
internal static class MailboxParser
{
    public static Mailbox? Parse(string text)
    {
        text = text.Trim();
        var open = text.LastIndexOf('<');
        if (open < 0)
        {
            return IsAddress(text) ? new Mailbox("", text) : null;
        }

        var name = text[..open].Trim().Trim('"').Trim();
        return text[^1] == '>' && IsAddress(text[(open + 1)..^1]) && !name.AsSpan().ContainsAny("<>\r\n\"") ? new Mailbox(name, text[(open + 1)..^1]) : null;
    }

    /// <summary>An address with a dot-atom before the @ and a domain of letters, digits, dots and hyphens behind it.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0 || at > 64 || text.Length > 254)
        {
            return false;
        }

        var local = text.AsSpan(0, at);
        foreach (var c in local)
        {
            if (!char.IsLetterOrDigit(c) && !"!#$%&'*+-/=?^_`{|}~.".Contains(c))
            {
                return false;
            }
        }

        return local[0] != '.'
            && local[^1] != '.'
            && !local.Contains("..", StringComparison.Ordinal)
            && IsDomain(text.AsSpan(at + 1));
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        foreach (var label in domain.Split('.'))
        {
            var part = domain[label];
            if (part.Length is 0 or > 63 || part[0] == '-' || part[^1] == '-')
            {
                return false;
            }

            foreach (var c in part)
            {
                if (!char.IsLetterOrDigit(c) && c != '-')
                {
                    return false;
                }
            }
        }

        return true;
    }
}

/// <summary>Reads <c>60/min</c>.</summary>
internal static class RateParser
{
    public static Rate? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return null;
        }

        return text[(slash + 1)..] switch
        {
            "s" or "sec" => new Rate(count, TimeSpan.FromSeconds(1)),
            "min" => new Rate(count, TimeSpan.FromMinutes(1)),
            "h" or "hour" => new Rate(count, TimeSpan.FromHours(1)),
            _ => null,
        };
    }
}
