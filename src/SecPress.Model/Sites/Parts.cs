using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Model.Sites;

/// <summary>A typed part that an issue has: its kind, the committee's id for a committee, and its anchor on the page.</summary>
public readonly record struct Part(PartKind Kind, string Argument)
{
    /// <summary>Starts with <c>part-</c>, which no heading's id does.</summary>
    public string Anchor => Kind switch
    {
        PartKind.Highlights => "part-highlights",
        PartKind.KeyDates => "part-key-dates",
        PartKind.Consultations => "part-consultations",
        PartKind.Modifications => "part-modifications",
        PartKind.Decisions => "part-decisions",
        PartKind.Committee => "part-committee-" + Argument,
        PartKind.Accessions => "part-accessions",
        PartKind.Calendar => "part-calendar",
        PartKind.Links => "part-links",
        PartKind.Attachments => "part-attachments",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind)),
    };
}

/// <summary>Which parts an issue has, and which of them its body does not place.</summary>
public static class Parts
{
    /// <summary>In the order templates lay them out.</summary>
    public static ImmutableArray<Part> Of(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var parts = ImmutableArray.CreateBuilder<Part>();
        void AddIf(bool given, PartKind kind)
        {
            if (given)
            {
                parts.Add(new Part(kind, ""));
            }
        }

        AddIf(!issue.Highlights.IsEmpty, PartKind.Highlights);
        AddIf(!issue.KeyDates.IsEmpty, PartKind.KeyDates);
        AddIf(!issue.Consultations.IsEmpty, PartKind.Consultations);
        AddIf(!issue.Modifications.IsEmpty, PartKind.Modifications);
        AddIf(!issue.Decisions.IsEmpty, PartKind.Decisions);
        parts.AddRange(issue.Committees.Select(c => new Part(PartKind.Committee, c.Committee.Id)));
        AddIf(issue.Accessions is not null, PartKind.Accessions);
        AddIf(!issue.Calendar.IsEmpty, PartKind.Calendar);
        AddIf(!issue.Links.IsEmpty, PartKind.Links);
        AddIf(!issue.Attachments.IsEmpty, PartKind.Attachments);
        return parts.ToImmutable();
    }

    /// <summary>Those the body does not place, in the same order.</summary>
    public static ImmutableArray<Part> Unplaced(Issue issue)
    {
        var placed = issue.Body.Placements.Select(p => new Part(p.Kind, p.Argument)).ToHashSet();
        return [.. Of(issue).Where(p => !placed.Contains(p))];
    }
}
