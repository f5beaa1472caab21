using SecPress.Model;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Rendering.Web;

/// <summary>The words for the parts of an issue and what they hold, the same in every edition.</summary>
internal sealed class PartNames(Labels labels, Issue issue)
{
    public string TitleOf(Part part) => part.Kind switch
    {
        PartKind.Highlights => labels["highlights.title"],
        PartKind.KeyDates => labels["key-dates.title"],
        PartKind.Consultations => labels["consultations.title"],
        PartKind.Modifications => labels["modifications.title"],
        PartKind.Decisions => labels["decisions.title"],
        PartKind.Committee => issue.Committees.First(c => c.Committee.Id == part.Argument).Committee.Name,
        PartKind.Accessions => labels["accessions.title"],
        PartKind.Calendar => labels["calendar.title"],
        PartKind.Links => labels["links.title"],
        PartKind.Attachments => labels["attachments.title"],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
