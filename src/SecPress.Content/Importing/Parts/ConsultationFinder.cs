using System.Text.RegularExpressions;
using NodaTime;

namespace SecPress.Content.Importing.Parts;

/// <summary>
/// Finds consultations: sections whose heading speaks of one, and whose sentences say when it opened or closes. Who consults is what
/// stands before a dash in the heading.
/// </summary>
internal sealed partial class ConsultationFinder(DateFinder dates, IssueDraft draft)
{
    private string? heading;
    private LocalDate? opened;
    private LocalDate? closes;

    public void Begin(string? title)
    {
        if (heading is not null && (opened is not null || closes is not null))
        {
            var parts = Dash().Split(heading, 2);
            draft.Consultations.Add(parts.Length == 2 && parts[0].Length < 40
                ? new FoundConsultation(parts[1].Trim(), parts[0].Trim(), opened, closes)
                : new FoundConsultation(heading, null, opened, closes));
        }

        (heading, opened, closes) = (title is not null && Consultation().IsMatch(title) ? title : null, null, null);
    }

    public void Read(string sentence)
    {
        if (heading is null || dates.In(sentence) is not [var first, ..])
        {
            return;
        }

        var before = sentence[..first.Start];
        if (Closes().IsMatch(before))
        {
            closes ??= first.Date;
        }
        else if (Opened().IsMatch(before))
        {
            opened ??= first.Date;
        }

        if (closes < opened)
        {
            opened = null;
        }
    }

    [GeneratedRegex(@"\s+[–—-]\s+|:\s+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Dash();

    [GeneratedRegex(@"\bconsultations?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Consultation();

    [GeneratedRegex(@"\b(clos(es|ed|ing)|ends?|ended|deadline|respon(d|ses)\b.*\bby|no later than)\b[^.;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Closes();

    [GeneratedRegex(@"\b(issued|opened|published|launched)\b[^.;]*\bon\s+(the\s+)?(\p{L}+day,?\s*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Opened();
}
