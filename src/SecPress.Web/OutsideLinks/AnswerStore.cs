using System.Globalization;
using System.Text.Json;
using SecPress.Model.Links;

namespace SecPress.Web.OutsideLinks;

/// <summary>
/// Remembers answers in a file, so that nobody is asked again too soon: what is there for a week, what refuses for a day, what is
/// broken for an hour, since an editor is about to mend it.
/// </summary>
/// <param name="path">The file; its folder is made when needed.</param>
/// <param name="clock">Tells how old an answer is.</param>
public sealed class AnswerStore(string path, TimeProvider clock)
{
    private const int Version = 1;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (DateTimeOffset Asked, LinkAnswer Answer)> answers = Read(path);

    /// <summary>An answer that is still good; null when the site should be asked.</summary>
    public LinkAnswer? Find(string url) =>
        answers.TryGetValue(url, out var known) && IsGood(known.Asked, known.Answer) ? known.Answer : null;

    /// <summary>Takes answers given now, and writes them with those that are still good.</summary>
    public void Add(IReadOnlyDictionary<string, LinkAnswer> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var now = clock.GetUtcNow();
        foreach (var (url, answer) in given)
        {
            answers[url] = (now, answer);
        }

        var staged = path + ".new";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.Create(staged))
        using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            Write(json);
        }

        File.Move(staged, path, overwrite: true);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteStartObject("answers");
        foreach (var (url, (asked, answer)) in answers.Where(a => IsGood(a.Value.Asked, a.Value.Answer)).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(url);
            json.WriteString("asked", asked.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("state", answer.State.ToString());
            json.WriteString("detail", answer.Detail);
            json.WriteString("moved-to", answer.MovedTo);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private bool IsGood(DateTimeOffset asked, LinkAnswer answer)
    {
        var age = clock.GetUtcNow() - asked;
        return age >= TimeSpan.Zero && age < answer.State switch
        {
            LinkState.Answers or LinkState.Moved => Week,
            LinkState.Refused => Day,
            _ => Hour,
        };
    }

    // What cannot be read is asked for again; nothing else is lost.
    private static Dictionary<string, (DateTimeOffset, LinkAnswer)> Read(string path)
    {
        var answers = new Dictionary<string, (DateTimeOffset, LinkAnswer)>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return answers;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.GetProperty("version").GetInt32() != Version)
            {
                return answers;
            }

            foreach (var entry in json.RootElement.GetProperty("answers").EnumerateObject())
            {
                var answer = new LinkAnswer(
                    Enum.Parse<LinkState>(entry.Value.GetProperty("state").GetString() ?? ""),
                    entry.Value.GetProperty("detail").GetString() ?? "",
                    entry.Value.GetProperty("moved-to").GetString());
                answers[entry.Name] = (entry.Value.GetProperty("asked").GetDateTimeOffset(), answer);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            answers.Clear();
        }

        return answers;
    }
}
