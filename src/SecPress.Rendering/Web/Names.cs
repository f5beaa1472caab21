using SecPress.Model;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Rendering.Web;

/// <summary>What readers see of ids that editors chose: the name in <c>site.yml</c>, or else a label, or else the id in words.</summary>
internal static class Names
{
    public static string Of(Register register) => register.Name ?? Humanise(register.Id);

    public static string OfEvent(Labels labels, Register? register, string id) =>
        register?.FindEvent(id)?.Name ?? LabelOr(labels, "event." + id, id);

    public static string OfOutcome(Labels labels, string outcome) => LabelOr(labels, "outcome." + outcome, outcome);

    /// <summary>The chance to refer a decision: told apart by what was decided on, or else by who decided.</summary>
    public static string OfReferral(Labels labels, Decision decision) => decision.RefersTo is { } entry
        ? labels.Format("agenda.referral", entry)
        : labels.Format("entry.refer", decision.BodyName);

    private static string LabelOr(Labels labels, string key, string otherwise) => labels.Has(key) ? labels[key] : Humanise(otherwise);

    /// <summary>"report-consultation" as "Report consultation".</summary>
    private static string Humanise(string id)
    {
        var words = id.Replace('-', ' ').Trim();
        return words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
