using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editorial;

/// <summary>What an editor would rather know before the issue goes out. All are judgements, so each may be changed in <c>site.yml</c>.</summary>
public static class EditorialRules
{
    public static readonly Rule MeetingNotInCalendar = Warning("SP101", "A meeting that the calendar does not have");
    public static readonly Rule MeetingNotAnnounced = Warning("SP102", "A meeting in the calendar that the text gives another date");
    public static readonly Rule WrongWeekday = Warning("SP103", "A weekday that does not fit its date");
    public static readonly Rule MeetingNumber = Warning("SP104", "A meeting number out of order");
    public static readonly Rule PartySum = Warning("SP105", "A party count that does not add up");
    public static readonly Rule PartyPrevious = Warning("SP106", "A party count that does not follow the last one");
    public static readonly Rule WorkingDays = Warning("SP107", "A deadline that its Working Days do not give");
    public static readonly Rule NoClosingDate = Warning("SP108", "A consultation without a closing date");
    public static readonly Rule ClosedConsultation = Warning("SP109", "A consultation that is over");
    public static readonly Rule HighlightWithoutSection = Warning("SP110", "A highlight that no section belongs to");
    public static readonly Rule HighlightWords = Warning("SP111", "A highlight and its section in different words");
    public static readonly Rule NoEntryTitle = Warning("SP112", "An entry of a register without a title");
    public static readonly Rule StateBackwards = Warning("SP113", "An entry of a register that goes backwards");
    public static readonly Rule UnknownEntry = Warning("SP114", "An id that no issue has introduced");
    public static readonly Rule NothingAfterColon = Warning("SP115", "A colon with nothing after it");
    public static readonly Rule EmptySection = Warning("SP116", "A heading with nothing under it");
    public static readonly Rule DoubledHeading = Warning("SP117", "The same heading twice");
    public static readonly Rule SkippedLevel = Warning("SP118", "A heading that skips a level");
    public static readonly Rule VagueLink = Warning("SP119", "Link text that does not say where it goes");
    public static readonly Rule BareUrl = Warning("SP120", "A bare URL as link text");
    public static readonly Rule SameTextTwoPlaces = Warning("SP121", "The same link text for two places");
    public static readonly Rule EmptyLinkText = Warning("SP122", "A link without text");
    public static readonly Rule UnexpandedAcronym = Warning("SP123", "An acronym that is not explained");
    public static readonly Rule UpdatedWithoutRevision = Warning("SP124", "\"Updated\" without a change note");
    public static readonly Rule RevisionWithoutUpdated = Warning("SP125", "A change note that the title hides");
    public static readonly Rule SeatsDisagree = Warning("SP126", "Seats that the text counts differently");
    public static readonly Rule UnsortedCalendar = Warning("SP127", "A calendar out of order");
    public static readonly Rule PastEvent = Warning("SP128", "A calendar entry that is past");
    public static readonly Rule NoAltText = Warning("SP129", "An image without alternative text");
    public static readonly Rule NoImageSize = Warning("SP130", "An image whose size is not known");
    public static readonly Rule NoTableCaption = Warning("SP131", "A table without a caption");
    public static readonly Rule NoHeaderCells = Warning("SP132", "A table without header cells");
    public static readonly Rule LowContrast = Warning("SP133", "A colour that is hard to read");
    public static readonly Rule HouseTerm = Warning("SP134", "A word the house spells differently");
    public static readonly Rule Quotes = Warning("SP135", "Quotation marks of two kinds");
    public static readonly Rule Dashes = Warning("SP136", "Dashes of two kinds");
    public static readonly Rule DoubledSpace = Warning("SP137", "A doubled space");

    public static ImmutableArray<Rule> All =>
    [
        MeetingNotInCalendar, MeetingNotAnnounced, WrongWeekday, MeetingNumber, PartySum, PartyPrevious, WorkingDays, NoClosingDate,
        ClosedConsultation, HighlightWithoutSection, HighlightWords, NoEntryTitle, StateBackwards, UnknownEntry, NothingAfterColon,
        EmptySection, DoubledHeading, SkippedLevel, VagueLink, BareUrl, SameTextTwoPlaces, EmptyLinkText, UnexpandedAcronym,
        UpdatedWithoutRevision, RevisionWithoutUpdated, SeatsDisagree, UnsortedCalendar, PastEvent, NoAltText, NoImageSize,
        NoTableCaption, NoHeaderCells, LowContrast, HouseTerm, Quotes, Dashes, DoubledSpace,
    ];

    private static Rule Warning(string code, string title) => new(code, Severity.Warning, title);
}
