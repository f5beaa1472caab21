using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Content;

/// <summary>What can be wrong with the files of a site, taken one by one.</summary>
public static class ContentRules
{
    public static readonly Rule MissingSettings = new("SP001", Severity.Error, "No site.yml");
    public static readonly Rule UnreadableFile = new("SP002", Severity.Error, "A file cannot be read");
    public static readonly Rule TooLarge = new("SP003", Severity.Error, "A file is too large");
    public static readonly Rule NotUtf8 = new("SP004", Severity.Error, "A text is not UTF-8");
    public static readonly Rule ForbiddenCharacter = new("SP005", Severity.Error, "A character that content may not hold");
    public static readonly Rule LeavesSite = new("SP006", Severity.Error, "A link of the file system in the site's folder");
    public static readonly Rule MisplacedFile = new("SP007", Severity.Error, "A file that nothing reads");
    public static readonly Rule BrokenYaml = new("SP008", Severity.Error, "Broken YAML");
    public static readonly Rule UnsupportedYaml = new("SP009", Severity.Error, "YAML that is not taken");
    public static readonly Rule FrontMatter = new("SP010", Severity.Error, "No front matter");
    public static readonly Rule UnknownKey = new("SP011", Severity.Error, "Unknown key");
    public static readonly Rule DuplicateKey = new("SP012", Severity.Error, "A key given twice");
    public static readonly Rule MissingKey = new("SP013", Severity.Error, "A key is missing");
    public static readonly Rule WrongType = new("SP014", Severity.Error, "A value of the wrong type");
    public static readonly Rule BadDate = new("SP015", Severity.Error, "A wrong date or time");
    public static readonly Rule BadValue = new("SP016", Severity.Error, "A value that is not allowed");
    public static readonly Rule UnknownName = new("SP017", Severity.Error, "A name that nothing has");
    public static readonly Rule Duplicate = new("SP018", Severity.Error, "Two of what there may be one of");
    public static readonly Rule SecretInSettings = new("SP019", Severity.Error, "A secret in site.yml");
    public static readonly Rule Container = new("SP020", Severity.Error, "A container that is not understood");
    public static readonly Rule UnclosedContainer = new("SP021", Severity.Error, "A container that is not closed");
    public static readonly Rule Placement = new("SP022", Severity.Error, "A part placed wrongly");
    public static readonly Rule LostText = new("SP023", Severity.Error, "Text that would be lost");
    public static readonly Rule MergeField = new("SP024", Severity.Error, "A merge field in the wrong place");
    public static readonly Rule Html = new("SP025", Severity.Error, "HTML in Markdown");
    public static readonly Rule HtmlRemoved = new("SP026", Severity.Warning, "HTML that was left out");
    public static readonly Rule ForbiddenLink = new("SP027", Severity.Error, "A link of a forbidden kind");
    public static readonly Rule Attribute = new("SP028", Severity.Error, "An attribute that is not allowed");
    public static readonly Rule TooDeep = new("SP029", Severity.Error, "Markdown nested too deeply");

    public static ImmutableArray<Rule> All =>
    [
        MissingSettings, UnreadableFile, TooLarge, NotUtf8, ForbiddenCharacter, LeavesSite, MisplacedFile, BrokenYaml, UnsupportedYaml,
        FrontMatter, UnknownKey, DuplicateKey, MissingKey, WrongType, BadDate, BadValue, UnknownName, Duplicate, SecretInSettings,
        Container, UnclosedContainer, Placement, LostText, MergeField, Html, HtmlRemoved, ForbiddenLink, Attribute, TooDeep,
    ];
}
