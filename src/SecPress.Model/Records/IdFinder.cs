using System.Text.RegularExpressions;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>Finds a register's ids in plain text, such as a title: whole words alone.</summary>
internal sealed class IdFinder(Register register)
{
    private readonly Regex? pattern = register.Pattern.Length == 0
        ? null
        : new Regex(register.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>In reading order; one that comes twice is given twice.</summary>
    public List<string> In(string text)
    {
        var ids = new List<string>();
        foreach (var match in pattern is null ? default : pattern.EnumerateMatches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                ids.Add(text[start..end]);
            }
        }

        return ids;
    }

    public bool IsId(string text) => In(text) is [var id] && id == text;
}
