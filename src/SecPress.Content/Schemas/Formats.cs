using System.Buffers;
using System.Text.RegularExpressions;
using SecPress.Content.Documents;
using SecPress.Content.Settings;
using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Content.Schemas;

/// <summary>The formats texts may have to follow.</summary>
internal static partial class Formats
{
    // What the whole of a text matches: here, and in the patterns of a JSON Schema.
    private const string IdText = @"[a-z0-9]+(-[a-z0-9]+)*";
    private const string LanguageText = @"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";
    private const string DomainText = @"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]";
    private const string SelectorText = @"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";
    private const string HostText = @"[A-Za-z0-9.:_\[\]-]+";
    private const string EnvironmentText = @"[A-Za-z_][A-Za-z0-9_]*";
    private const string StoreText = @"(sqlite:.+|postgres:.+|env:[A-Za-z_][A-Za-z0-9_]*)";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly SearchValues<char> NotInAddresses = SearchValues.Create(" \t\r\n<>\"\\");
    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("\\?#%:*\"<>|\t\r\n");

    public static readonly TextFormat Any = new(null, "a text", "", _ => true);
    public static readonly TextFormat Line = new(null, "one line of text", "", t => !t.AsSpan().TrimEnd('\n').ContainsAny('\n', '\r'))
    {
        Pattern = @"^[^\r\n]*\n*$",
    };

    public static readonly TextFormat Markdown = new(null, "a text in Markdown", "", _ => true);

    public static readonly TextFormat Link = new(
        "uri-reference", "a link", "https://example.org/ or /about/", LinkSchemes.IsAllowed)
    {
        Pattern = @"^(?![\x00-\x20]*(?!(?:[Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):)[A-Za-z0-9.+-]+:)",
    };

    public static readonly TextFormat WebAddress = new(
        "uri", "a web address", "https://example.org/", t => IsWebAddress(t, allowQuery: true))
    {
        Pattern = @"^[Hh][Tt][Tt][Pp][Ss]?://[^ \t\r\n<>""\\]+$",
    };

    public static readonly TextFormat BaseUrl = new(
        "uri", "the web address the site is published at", "https://newsletter.example.org/", t => IsWebAddress(t, allowQuery: false))
    {
        Pattern = @"^[Hh][Tt][Tt][Pp][Ss]?://[^ \t\r\n<>""\\?#]+$",
    };

    public static readonly TextFormat UnsubscribeUrl = new(
        null,
        "an https address with {token} in it",
        "https://example.org/unsubscribe/{token}",
        t => t.Contains("{token}", StringComparison.Ordinal)
            && t.StartsWith("https://", StringComparison.Ordinal)
            && IsWebAddress(t.Replace("{token}", "token", StringComparison.Ordinal), allowQuery: true))
    {
        Pattern = @"^https://[^ \t\r\n<>""\\]*\{token\}[^ \t\r\n<>""\\]*$",
    };

    public static readonly TextFormat Colour = new(
        "color-hex", "a colour as #rrggbb", "\"#1d5fa8\"", t => t is ['#', _, _, _, _, _, _] && !t.AsSpan(1).ContainsAnyExcept(HexDigits))
    {
        Pattern = "^#[0-9A-Fa-f]{6}$",
    };

    public static readonly TextFormat Id = new(
        null, "a word of small letters, digits and hyphens", "change-board", t => IdSyntax().IsMatch(t))
    {
        Pattern = $"^{IdText}$",
    };

    public static readonly TextFormat SlugText = new(
        null, "a slug: letters in lower case, digits and single hyphens", "june-2017", t => t.Length > 0 && Slug.From(t) == t)
    {
        Pattern = @"^[^\sA-Z]+$",
    };

    public static readonly TextFormat Language = new(
        null, "a language tag", "en-GB", t => LanguagePattern().IsMatch(t))
    {
        Pattern = $"^{LanguageText}$",
    };

    public static readonly TextFormat SitePath = new(
        null, "an address on this site that starts with a slash", "/2017/june/", IsSitePath)
    {
        Pattern = @"^/(?!/)[^\\?#%:*""<>|\t\r\n]*$",
    };

    public static readonly TextFormat FilePath = new(
        null, "a path below the site's folder", "content/images/logo.svg", t => IsSitePath("/" + t.TrimStart('/')))
    {
        Pattern = @"^[^\\?#%:*""<>|\t\r\n]+$",
    };

    public static readonly TextFormat Permalink = new(
        null, "an address that starts and ends with a slash and has {slug} in it", "/issues/{slug}/", IsPermalink)
    {
        Pattern = @"^/(?:[^\\?#%:*""<>|\t\r\n]*/)?$",
    };

    public static readonly TextFormat Folder = new(
        null, "an address of this site that starts and ends with a slash", "/calendar/", t => t.Length > 1 && t.EndsWith('/') && IsSitePath(t))
    {
        Pattern = @"^/[^\\?#%:*""<>|\t\r\n]+/$",
    };

    public static readonly TextFormat RegisterFolder = new(
        null,
        "an address that starts and ends with a slash and has {register} in it",
        "/{register}/",
        t => t.Contains("{register}", StringComparison.Ordinal)
            && t.EndsWith('/')
            && t.Replace("{register}", "register", StringComparison.Ordinal) is var filled
            && IsSitePath(filled)
            && !filled.AsSpan().ContainsAny('{', '}'))
    {
        Pattern = @"^/[^\\?#%:*""<>|\t\r\n]*\{register\}[^\\?#%:*""<>|\t\r\n]*/$",
    };

    public static readonly TextFormat Email = new(
        "email", "an email address", "news@example.org", t => MailboxParser.IsAddress(t))
    {
        Pattern = @"^[^@\s]+@[^@\s]+$",
    };

    public static readonly TextFormat MailboxText = new(
        null, "an email address, or a name with the address in angle brackets", "\"SECAS <news@example.org>\"", t => MailboxParser.Parse(t) is not null)
    {
        Pattern = @"^\s*(?:[^@\s<>]+@[^@\s<>]+|[^<>\r\n]*<[^@\s<>]+@[^@\s<>]+>)\s*$",
    };

    public static readonly TextFormat Domain = new(
        "hostname", "a domain name", "example.org", t => DomainPattern().IsMatch(t))
    {
        Pattern = $"^{DomainText}$",
    };

    public static readonly TextFormat Selector = new(
        null, "a DKIM selector", "s1", t => SelectorPattern().IsMatch(t))
    {
        Pattern = $"^{SelectorText}$",
    };

    public static readonly TextFormat Host = new(
        null, "a host name or address", "smtp.example.org", t => HostPattern().IsMatch(t))
    {
        Pattern = $"^{HostText}$",
    };

    public static readonly TextFormat EnvironmentVariable = new(
        null, "the name of an environment variable", "SECPRESS_SMTP_PASSWORD", t => EnvironmentPattern().IsMatch(t))
    {
        Pattern = $"^{EnvironmentText}$",
    };

    public static readonly TextFormat RateText = new(
        null, "a number for each s, min or h", "60/min", t => RateParser.Parse(t) is not null)
    {
        Pattern = "^0*[1-9][0-9]*/(?:s|sec|min|h|hour)$",
    };

    public static readonly TextFormat Store = new(
        null,
        "sqlite: with a path, postgres: with a connection string, or env: with a variable's name",
        "sqlite:subscribers.db",
        t => StorePattern().IsMatch(t))
    {
        Pattern = $"^{StoreText}$",
    };

    public static readonly TextFormat Recurrence = new(
        null, "a recurrence rule of the iCalendar kind", "FREQ=MONTHLY;BYDAY=2WE,4WE", t => RecurrenceRule.Parse(t) is not null);

    public static readonly TextFormat Regex = new(
        "regex", "a regular expression without look-around and back-references", "SECMP\\d{4}", t => IdPattern.Parse(t) is not null);

    private static bool IsWebAddress(string text, bool allowQuery) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && text.StartsWith(uri!.Scheme + "://", StringComparison.OrdinalIgnoreCase)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
        && !text.AsSpan().ContainsAny(NotInAddresses)
        && (allowQuery || (uri.Query.Length == 0 && uri.Fragment.Length == 0));

    private static bool IsSitePath(string text) =>
        text.StartsWith('/')
        && !text.StartsWith("//", StringComparison.Ordinal)
        && !text.AsSpan().ContainsAny(NotInPaths)
        && !text.Split('/').Any(segment => segment is "." or ".." || segment != segment.Trim());

    private static bool IsPermalink(string text)
    {
        var filled = text
            .Replace("{slug}", "slug", StringComparison.Ordinal)
            .Replace("{year}", "2017", StringComparison.Ordinal)
            .Replace("{month}", "06", StringComparison.Ordinal)
            .Replace("{day}", "29", StringComparison.Ordinal);
        return IsSitePath(filled)
            && text.EndsWith('/')
            && !filled.AsSpan().ContainsAny('{', '}')
            && (text.Contains("{slug}", StringComparison.Ordinal)
                || (text.Contains("{year}", StringComparison.Ordinal) && text.Contains("{month}", StringComparison.Ordinal)));
    }

    [GeneratedRegex($@"^{IdText}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex IdSyntax();

    [GeneratedRegex($@"^{LanguageText}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LanguagePattern();

    [GeneratedRegex($@"^{DomainText}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DomainPattern();

    [GeneratedRegex($@"^{SelectorText}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SelectorPattern();

    [GeneratedRegex($@"^{HostText}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex HostPattern();

    [GeneratedRegex($@"^{EnvironmentText}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EnvironmentPattern();

    [GeneratedRegex($@"^{StoreText}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex StorePattern();
}
