using NodaTime;

namespace SecPress.Content.Importing.Parts;

/// <summary>A coloured bullet; <c>Text</c> is Markdown, <c>Section</c> the anchor of the heading with its words.</summary>
internal sealed record FoundHighlight(string Colour, string Text, string? Section);

internal sealed class FoundCommittee(string id)
{
    public string Id => id;

    public LocalDate? Met { get; set; }

    public SortedSet<LocalDate> Next { get; } = [];

    public List<FoundSeat> Seats { get; } = [];
}

/// <summary>A seat; <c>Holder</c> is null when it is vacant.</summary>
internal sealed record FoundSeat(string Category, string? Holder, bool ReAppointed);

internal sealed record FoundModification(string Id, string Event, string? Title, LocalDate? Date);

internal sealed record FoundConsultation(string Title, string? Issuer, LocalDate? Opened, LocalDate? Closes);

internal sealed record FoundDecision(string Body, string Outcome, string RefersTo, int? WorkingDays, LocalDate? Deadline);

internal sealed record FoundMeeting(LocalDate Date, LocalTime? Start, string Title, string? Committee, int? Number, string? Location);
