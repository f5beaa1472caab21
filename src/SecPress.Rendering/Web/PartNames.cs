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

    public string Event(string id) => LabelOr("event." + id, id);

    public string Outcome(string outcome) => LabelOr("outcome." + outcome, outcome);

    private string LabelOr(string key, string otherwise) => labels.Has(key) ? labels[key] : Humanise(otherwise);

    /// <summary>"report-consultation" as "Report consultation".</summary>
    private static string Humanise(string id)
    {
        var words = id.Replace('-', ' ').Trim();
        return words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
