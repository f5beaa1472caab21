using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Sites;

namespace SecPress.Rendering.Statistics;

/// <summary>The numbers of the statistics page for programs. The manual describes the columns; their names are never translated.</summary>
public sealed class StatisticsRenderer(Publication publication)
{
    private static readonly (string Name, Func<PartyCount, int?> Of)[] Columns =
    [
        ("previous", c => c.Previous),
        ("current", c => c.Current),
        ("acceded", c => c.Acceded),
        ("withdrawn", c => c.Withdrawn),
        ("expelled", c => c.Expelled),
        ("panel_changes", c => c.PanelChanges),
    ];

    // What goes into a file of its own needs none of HTML's escapes.
    private static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Render(StatisticsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Format == StatisticsFormat.Csv ? ToCsv() : ToJson();
    }

    // RFC 4180: a header, CRLF after every record, quotes around what holds a comma, a quote or a line break.
    private string ToCsv()
    {
        var text = new StringBuilder("issue,sent,title,url");
        foreach (var (name, _) in Columns)
        {
            text.Append(',').Append(name);
        }

        text.Append("\r\n");
        foreach (var point in publication.Records.Parties.Points)
        {
            text.Append(Field(point.Issue.Slug))
                .Append(',').Append(Day(point.Date))
                .Append(',').Append(Field(point.Issue.Title))
                .Append(',').Append(Field(AddressOf(point)));
            foreach (var (_, of) in Columns)
            {
                text.Append(',').Append(of(point.Count)?.ToString(CultureInfo.InvariantCulture));
            }

            text.Append("\r\n");
        }

        return text.ToString();
    }

    private string ToJson()
    {
        var parties = publication.Records.Parties;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("title", publication.Settings.Title);
            json.WriteString("url", publication.Map.AbsoluteUrl(publication.Settings.Addresses.Statistics));
            json.WriteStartArray("issues");
            foreach (var point in parties.Points)
            {
                json.WriteStartObject();
                json.WriteString("issue", point.Issue.Slug);
                json.WriteString("sent", Day(point.Date));
                json.WriteString("title", point.Issue.Title);
                json.WriteString("url", AddressOf(point));
                foreach (var (name, of) in Columns)
                {
                    Write(json, name, of(point.Count));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("months");
            foreach (var month in parties.Months)
            {
                json.WriteStartObject();
                json.WriteString("month", string.Create(CultureInfo.InvariantCulture, $"{month.Month.Year:0000}-{month.Month.Month:00}"));
                Write(json, month.Change);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("years");
            foreach (var year in parties.Years)
            {
                json.WriteStartObject();
                json.WriteNumber("year", year.Year);
                Write(json, "last", year.Last);
                Write(json, year.Change);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, PartyChange change)
    {
        Write(json, "acceded", change.Acceded);
        Write(json, "withdrawn", change.Withdrawn);
        Write(json, "expelled", change.Expelled);
    }

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private string AddressOf(PartyPoint point) => publication.Map.AbsoluteUrl(publication.PageOf(point.Issue));

    private static string Day(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
