using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Model.Settings;

/// <summary>The pattern of a register's ids, compiled so that no text can make it run long.</summary>
public sealed class IdPattern
{
    private const int Longest = 1000;

    private readonly Regex regex;

    private IdPattern(Regex regex) => this.regex = regex;

    /// <summary>Null when it is no regular expression, needs back-tracking, or fits the empty text.</summary>
    public static IdPattern? Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.Length is 0 or > Longest)
        {
            return null;
        }

        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return regex.IsMatch("") ? null : new IdPattern(regex);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Where ids stand in a text, in reading order: whole words alone, and what an address can be made of.</summary>
    public ImmutableArray<TextSpan> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<TextSpan>.Builder? found = null;
        foreach (var match in regex.EnumerateMatches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (match.Length > 0 && Words.StartsAt(text, start) && Words.EndsAt(text, end) && Slug.From(text[start..end]).Length > 0)
            {
                (found ??= ImmutableArray.CreateBuilder<TextSpan>()).Add(new TextSpan(start, end));
            }
        }

        return found?.ToImmutable() ?? [];
    }

    /// <summary>Whether a whole text is one id.</summary>
    public bool IsId(string text) => In(text) is [var id] && id.Start == 0 && id.End == text.Length;
}
