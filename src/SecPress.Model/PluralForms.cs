using System.Collections.Frozen;

namespace SecPress.Model;

/// <summary>
/// Which form of a word stands beside a whole number: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>, by
/// the cardinal rules of Unicode's CLDR (https://cldr.unicode.org/index/cldr-spec/plural-rules). A language that is not named here has
/// <c>one</c> for 1 and <c>other</c> for the rest, as English does.
/// </summary>
public static class PluralForms
{
    public const string Other = "other";

    private static readonly FrozenSet<string> Names = new[] { "zero", "one", "two", "few", "many", Other }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<int, string>> Rules = Table();

    public static bool IsForm(string name) => Names.Contains(name);

    /// <param name="language">A language tag, such as <c>pt-BR</c>; its first part decides, except in Portugal.</param>
    /// <param name="number">How many; 0 or more.</param>
    public static string Of(string language, int number)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var tag = language.ToLowerInvariant();
        var rule = tag is "pt-pt" ? Spanish : Rules.GetValueOrDefault(tag.Split('-')[0], English);
        return rule(number);
    }

    private static string English(int n) => n == 1 ? "one" : Other;

    private static string French(int n) => n is 0 or 1 ? "one" : IsMillions(n) ? "many" : Other;

    private static string Spanish(int n) => n == 1 ? "one" : IsMillions(n) ? "many" : Other;

    private static bool IsMillions(int n) => n != 0 && n % 1_000_000 == 0;

    private static string Russian(int n) => EndsInOne(n) ? "one" : EndsInTwoToFour(n) ? "few" : "many";

    private static string Polish(int n) => n == 1 ? "one" : EndsInTwoToFour(n) ? "few" : "many";

    private static bool EndsInOne(int n) => n % 10 == 1 && n % 100 != 11;

    private static bool EndsInTwoToFour(int n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);

    private static string Lithuanian(int n) =>
        n % 100 is >= 11 and <= 19 ? Other : n % 10 == 1 ? "one" : n % 10 >= 2 ? "few" : Other;

    private static string Arabic(int n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => Other },
    };

    private static string Breton(int n) => (n % 10, n % 100) switch
    {
        (1, not (11 or 71 or 91)) => "one",
        (2, not (12 or 72 or 92)) => "two",
        (3 or 4 or 9, not ((>= 10 and <= 19) or (>= 70 and <= 79) or >= 90)) => "few",
        _ => IsMillions(n) ? "many" : Other,
    };

    private static FrozenDictionary<string, Func<int, string>> Table()
    {
        var rules = new Dictionary<string, Func<int, string>>(StringComparer.Ordinal);
        void Add(string languages, Func<int, string> rule)
        {
            foreach (var language in languages.Split(' '))
            {
                rules.Add(language, rule);
            }
        }

        Add("bm bo dz hnj id ig ii in ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo yue zh", _ => Other);
        Add("ak am as bho bn csw doi fa ff gu guw hi hy kab kn ln mg nso pa pcm si ti wa zu", n => n is 0 or 1 ? "one" : Other);
        Add("fr pt", French);
        Add("ca es it lld scn vec", Spanish);
        Add("be ru uk", Russian);
        Add("pl", Polish);
        Add("bs hr sh sr", n => EndsInOne(n) ? "one" : EndsInTwoToFour(n) ? "few" : Other);
        Add("cs sk", n => n switch { 1 => "one", >= 2 and <= 4 => "few", _ => Other });
        Add("dsb hsb sl", n => (n % 100) switch { 1 => "one", 2 => "two", 3 or 4 => "few", _ => Other });
        Add("lt", Lithuanian);
        Add("lv prg", n => n % 10 == 0 || n % 100 is >= 11 and <= 19 ? "zero" : EndsInOne(n) ? "one" : Other);
        Add("is mk", n => EndsInOne(n) ? "one" : Other);
        Add("mo ro", n => n == 1 ? "one" : n == 0 || n % 100 is >= 1 and <= 19 ? "few" : Other);
        Add("he iu iw naq sat se sma smi smj smn sms", n => n switch { 1 => "one", 2 => "two", _ => Other });
        Add("ar ars", Arabic);
        Add("cy", n => n switch { 0 => "zero", 1 => "one", 2 => "two", 3 => "few", 6 => "many", _ => Other });
        Add("ga", n => n switch { 1 => "one", 2 => "two", >= 3 and <= 6 => "few", >= 7 and <= 10 => "many", _ => Other });
        Add("gd", n => n switch { 1 or 11 => "one", 2 or 12 => "two", >= 3 and <= 19 => "few", _ => Other });
        Add("gv", n => n % 10 == 1 ? "one" : n % 10 == 2 ? "two" : n % 20 == 0 ? "few" : Other);
        Add("br", Breton);
        Add("mt", n => n switch
        {
            1 => "one",
            2 => "two",
            _ => n == 0 || n % 100 is >= 3 and <= 10 ? "few" : n % 100 is >= 11 and <= 19 ? "many" : Other,
        });
        Add("ceb fil tl", n => n is 1 or 2 or 3 || n % 10 is not (4 or 6 or 9) ? "one" : Other);
        Add("tzm", n => n is 0 or 1 or (>= 11 and <= 99) ? "one" : Other);
        Add("shi", n => n switch { 0 or 1 => "one", <= 10 => "few", _ => Other });
        Add("ksh lag", n => n switch { 0 => "zero", 1 => "one", _ => Other });
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
