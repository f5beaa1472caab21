using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Checks.Reading;

/// <summary>
/// Finds the dates in running text: "Tuesday, 20th June 2017", "June 1st through June 7th", "12th and 26th July", "2017-06-20". Of
/// forms that may be read in two ways (5/6/2017) it finds none.
/// </summary>
public sealed class DateFinder(DateWords words)
{
    /// <summary>Every date, in reading order.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="sent">The day the text is of. A date without a year is the nearest to it.</param>
    public ImmutableArray<WrittenDate> In(string text, LocalDate sent)
    {
        var tokens = DateLexer.Tokens(text);
        var found = ImmutableArray.CreateBuilder<WrittenDate>();
        var group = 0;
        for (var at = 0; at < tokens.Count;)
        {
            if (DateGroup.At(tokens, at, words) is { } dates)
            {
                found.AddRange(new YearReader(sent).Read(dates.Dates).Select(d => d with { Group = group }));
                group++;
                at = dates.Next;
            }
            else
            {
                at++;
            }
        }

        return found.ToImmutable();
    }
}
