using System.Text.Json;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class SchemaCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Prints_the_schema_that_is_named()
    {
        var ran = await runner.RunAsync("schema", "issue");
        Assert.Equal(0, ran.ExitCode);
        using var schema = JsonDocument.Parse(ran.Output);
        Assert.Equal("panel", schema.RootElement.GetProperty("definitions").GetProperty("committee").GetProperty("enum")[0].GetString());
    }

    [Fact]
    public async Task Writes_all_into_a_folder_and_says_how_to_use_them()
    {
        var ran = await runner.RunAsync("schema", "--output", "schemas");
        Golden.Verify(ran.ToString());
        using var schema = JsonDocument.Parse(runner.Folder.Read("schemas/site.schema.json"));
    }

    [Fact]
    public async Task Says_no_more_than_the_files_when_they_are_in_use_already()
    {
        runner.Folder.Write(".vscode/settings.json", "{ \"yaml.schemas\": { \"./schemas/site.schema.json\": \"site.yml\" } }");
        Assert.DoesNotContain("Visual Studio", (await runner.RunAsync("schema", "--output", "schemas")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("schema isue")]
    [InlineData("schema site --output x")]
    public async Task Which_one_must_be_said(string line)
    {
        var ran = await runner.RunAsync(line.Split(' '));
        Assert.Equal(64, ran.ExitCode);
        Golden.Verify(ran.ToString(), variant: line.Replace(' ', '-'));
    }

    [Fact]
    public async Task Outside_a_site_it_knows_no_names()
    {
        using var elsewhere = new CommandLineRunner();
        var ran = await elsewhere.RunAsync("schema", "issue");
        Assert.Equal("", ran.Error);
        Assert.DoesNotContain("\"definitions\": {\n    \"committee\"", ran.Output, StringComparison.Ordinal);
    }
}
