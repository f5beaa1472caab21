using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editions;

/// <summary>What can be wrong with a finished email edition.</summary>
public static class EmailRules
{
    public static readonly Rule TooLarge = new("SP401", Severity.Error, "An email that Gmail cuts off");
    public static readonly Rule Large = new("SP402", Severity.Warning, "An email that is nearly too large");
    public static readonly Rule StyleTooLarge = new("SP403", Severity.Error, "More style than Gmail reads");
    public static readonly Rule StyleLarge = new("SP404", Severity.Warning, "A style element that Gmail may drop");
    public static readonly Rule LeftoverToken = new("SP405", Severity.Error, "A template token left in an email");
    public static readonly Rule ControlCharacter = new("SP406", Severity.Error, "A control character in an email");
    public static readonly Rule MissingLink = new("SP407", Severity.Error, "A link that the plain text lacks");
    public static readonly Rule MissingWords = new("SP408", Severity.Error, "Words that the plain text lacks");
    public static readonly Rule PreheaderLength = new("SP409", Severity.Warning, "A preheader that is too short or too long");
    public static readonly Rule NoSender = new("SP410", Severity.Warning, "No sender");

    public static ImmutableArray<Rule> All =>
    [
        TooLarge, Large, StyleTooLarge, StyleLarge, LeftoverToken, ControlCharacter, MissingLink, MissingWords, PreheaderLength, NoSender,
    ];
}
