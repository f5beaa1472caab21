using System.Text.Json;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering.Statistics;

public sealed class StatisticsRendererTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void Renders_the_numbers_as_data(string format) =>
        Golden.Verify(Rendered.File(PartyPublication.Build(), $"statistics/parties.{format}"), format);

    [Fact]
    public void A_record_ends_in_crlf_and_holds_as_many_fields_as_the_header()
    {
        var lines = Rendered.File(PartyPublication.Build(), "statistics/parties.csv").Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines[..^1], l => Assert.Equal(10, Fields(l).Count));
        Assert.Equal("May, \"the\" number", Fields(lines[3])[2]);
    }

    [Fact]
    public void Nothing_known_is_null_and_an_empty_field()
    {
        using var json = JsonDocument.Parse(Rendered.File(PartyPublication.Build(), "statistics/parties.json"));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("issues")[1].GetProperty("current").ValueKind);
        Assert.Contains(",209,,13,", Rendered.File(PartyPublication.Build(), "statistics/parties.csv"), StringComparison.Ordinal);
    }

    private static List<string> Fields(string record)
    {
        var (fields, field, quoted) = (new List<string>(), "", false);
        for (var i = 0; i < record.Length; i++)
        {
            if (record[i] == '"' && quoted && i + 1 < record.Length && record[i + 1] == '"')
            {
                field += record[i++];
            }
            else if (record[i] == '"')
            {
                quoted = !quoted;
            }
            else if (record[i] == ',' && !quoted)
            {
                fields.Add(field);
                field = "";
            }
            else
            {
                field += record[i];
            }
        }

        return [.. fields, field];
    }
}
