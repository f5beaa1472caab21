using NodaTime;
using SecPress.Content.Importing.Parts;

namespace SecPress.Content.Importing;

/// <summary>An issue, or a page, on its way from an old newsletter: filled in by one stage after the other, then written.</summary>
internal sealed class IssueDraft
{
    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public LocalDate? Sent { get; set; }

    public LocalTime? SentTime { get; set; }

    public bool IsDraft { get; set; }

    /// <summary>Pages have no date and no tags.</summary>
    public bool IsPage { get; set; }

    public List<string> Tags { get; } = [];

    public List<string> Aliases { get; } = [];

    public string? Image { get; set; }

    public List<FoundHighlight> Highlights { get; } = [];

    public List<FoundCommittee> Committees { get; } = [];

    public List<FoundModification> Modifications { get; } = [];

    public List<FoundConsultation> Consultations { get; } = [];

    public List<FoundDecision> Decisions { get; } = [];

    /// <summary>Keys of <c>accessions</c> with their numbers, in the schema's order.</summary>
    public SortedDictionary<int, (string Key, int Count)> Accessions { get; } = [];

    public List<FoundMeeting> Calendar { get; } = [];

    /// <summary>Markdown.</summary>
    public string Body { get; set; } = "";

    public FoundCommittee CommitteeOf(string id)
    {
        if (Committees.Find(c => c.Id == id) is { } known)
        {
            return known;
        }

        var added = new FoundCommittee(id);
        Committees.Add(added);
        return added;
    }
}
