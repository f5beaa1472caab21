using Mono.Cecil;

namespace SecPress.Tests;

/// <summary>Guards, on the compiled assemblies, which room knows which and where each package is at home.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["SecPress.Model"] = ["NodaTime"],
        ["SecPress.Content"] = ["SecPress.Model", "NodaTime", "Markdig", "YamlDotNet"],
        ["SecPress.Checks"] = ["SecPress.Model", "NodaTime"],
        ["SecPress.Rendering"] = ["SecPress.Model", "NodaTime", "Scriban", "Scriban.Signed", "AngleSharp", "AngleSharp.Css"],
        ["SecPress.Publishing"] = ["SecPress.Model", "NodaTime", "SkiaSharp"],
        ["SecPress.Mailing"] = ["SecPress.Model", "NodaTime", "MailKit", "MimeKit", "Microsoft.Data.Sqlite"],
        ["SecPress.Web"] = ["SecPress.Model", "NodaTime"],
        ["secpress"] =
        [
            "SecPress.Model", "SecPress.Content", "SecPress.Checks", "SecPress.Rendering", "SecPress.Publishing", "SecPress.Mailing", "SecPress.Web",
            "NodaTime", "System.CommandLine", "Spectre.Console", "Spectre.Console.Ansi",
        ],
    };

    public static TheoryData<string> RoomNames => [.. Rooms.Keys];

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_room_refers_only_to_what_is_at_home_in_it(string room)
    {
        var references = AssemblyOf(room).MainModule.AssemblyReferences
            .Select(r => r.Name)
            .Where(name => !IsFramework(name));
        Assert.Empty(references.Except(Rooms[room], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_room_of_the_solution_is_guarded()
    {
        var built = Directory.GetFiles(AppContext.BaseDirectory, "SecPress.*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name != "SecPress.Tests")
            .Append("secpress");
        Assert.Equal(Rooms.Keys.Order(StringComparer.Ordinal), built.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SecPress.Model")]
    [InlineData("SecPress.Checks")]
    [InlineData("SecPress.Rendering")]
    public void A_pure_room_touches_no_file_and_no_network(string room)
    {
        var forbidden = AssemblyOf(room).MainModule.GetTypeReferences()
            .Select(t => t.FullName)
            .Where(name => name is "System.IO.File" or "System.IO.FileStream" or "System.IO.Directory" or "System.Console"
                || name.StartsWith("System.Net.Sockets.", StringComparison.Ordinal)
                || name.StartsWith("System.Net.Http.", StringComparison.Ordinal));
        Assert.Empty(forbidden);
    }

    private static AssemblyDefinition AssemblyOf(string name) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    private static bool IsFramework(string name) =>
        (name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine")
        || name == "Microsoft.AspNetCore"
        || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || name is "System" or "netstandard" or "mscorlib" or "Microsoft.CSharp" or "Microsoft.Win32.Primitives";
}
