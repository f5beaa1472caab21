using NodaTime;

namespace SecPress.Model.Records;

/// <summary>Finds known events, by their places in a list, in the order they became known.</summary>
internal sealed class AgendaIndex
{
    private readonly Dictionary<(string Committee, int Number), List<int>> byNumber = [];
    private readonly Dictionary<(string Committee, LocalDate Date), List<int>> byDay = [];
    private readonly Dictionary<(string Title, LocalDate Date), List<int>> byTitle = [];

    public IReadOnlyList<int> Numbered(string committee, int number) => byNumber.GetValueOrDefault((committee, number), []);

    public IReadOnlyList<int> OnDay(string committee, LocalDate date) => byDay.GetValueOrDefault((committee, date), []);

    public IReadOnlyList<int> Titled(string title, LocalDate date) => byTitle.GetValueOrDefault((title, date), []);

    public void Add(int at, AgendaEvent entry)
    {
        In(byTitle, (entry.Title, entry.Date)).Add(at);
        if (entry.Committee is { Id: var committee })
        {
            In(byDay, (committee, entry.Date)).Add(at);
            if (entry.Number is { } number)
            {
                In(byNumber, (committee, number)).Add(at);
            }
        }
    }

    public void Remove(int at, AgendaEvent entry)
    {
        In(byTitle, (entry.Title, entry.Date)).Remove(at);
        if (entry.Committee is { Id: var committee })
        {
            In(byDay, (committee, entry.Date)).Remove(at);
            if (entry.Number is { } number)
            {
                In(byNumber, (committee, number)).Remove(at);
            }
        }
    }

    private static List<int> In<TKey>(Dictionary<TKey, List<int>> index, TKey key)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var found))
        {
            index.Add(key, found = []);
        }

        return found;
    }
}
