using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Content;
using SecPress.Content.Schemas;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress schema</c>: what editors write, described to their programs.</summary>
internal static class SchemaCommand
{
    private static readonly string Names = string.Join(", ", JsonSchema.All.Select(s => s.Name));

    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = $"Which one to print: {Names}.",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrOne,
        };
        name.CompletionSources.Add([.. JsonSchema.All.Select(s => s.Name)]);
        var output = new Option<string?>("--output") { Description = "Write all of them into this folder.", HelpName = "DIR" };
        var command = new DeskCommand(
            "schema",
            "Describes site.yml and front matter to text editors (as JSON Schema), so that they complete and check what you write.",
            "secpress schema --output schemas",
            "secpress schema site") { name, output };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
            RunAsync(desk, arguments.GetValue(name), arguments.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, string? name, string? output, CancellationToken cancellationToken)
    {
        if ((name is null) == (output is null))
        {
            return desk.Complain(
                name is null ? "which schema is not said" : "both a schema and a folder are named",
                $"Name one to print it ({Names}), or write all into a folder with --output.",
                ExitCode.Usage);
        }

        var names = NamesFor(desk);
        if (name is not null)
        {
            if (JsonSchema.Write(name, names) is not { } schema)
            {
                return desk.Complain(
                    $"there is no schema '{name}'", $"They are {Names}.{Suggestion.DidYouMean(name, JsonSchema.All.Select(s => s.Name))}", ExitCode.Usage);
            }

            await desk.Terminal.Output.WriteAsync(schema);
            return ExitCode.Fine;
        }

        var folder = desk.FullPath(output!);
        Directory.CreateDirectory(folder);
        foreach (var (path, text) in SchemaFolder.Files("", names))
        {
            var file = Path.Combine(folder, path);
            await File.WriteAllTextAsync(file, text, cancellationToken);
            desk.Say(desk.ShortPath(file));
        }

        SayHowToUse(desk, folder);
        return ExitCode.Fine;
    }

    private static SiteNames NamesFor(Desk desk) =>
        SettingsReader.Read(desk, new DiagnosticBag()) is { } settings ? SiteNames.Of(settings, RuleCatalog.All) : SiteNames.Common(RuleCatalog.All);

    private static void SayHowToUse(Desk desk, string folder)
    {
        var site = desk.SiteFolder;
        var below = Path.GetRelativePath(site, folder).Replace(Path.DirectorySeparatorChar, '/');
        if (below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below))
        {
            return;
        }

        var settings = Path.Combine(site, ".vscode", "settings.json");
        if (File.Exists(settings) && File.ReadAllText(settings).Contains($"\"./{below}/", StringComparison.Ordinal))
        {
            return;
        }

        desk.Say("");
        desk.Say($"So that Visual Studio Code (with the YAML extension) uses them, put this into {desk.ShortPath(settings)}:");
        desk.Say(SchemaFolder.VsCodeSettings(below).TrimEnd());
        desk.Say("");
        desk.Say("Other editors that know yaml-language-server want this as the first line of site.yml:");
        desk.Say($"# yaml-language-server: $schema={below}/site.schema.json");
    }
}
