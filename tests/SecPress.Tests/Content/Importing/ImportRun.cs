using System.Text;
using NodaTime;
using SecPress.Content;
using SecPress.Content.Importing;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content.Importing;

/// <summary>Imports files written for one test into a site of kettle makers.</summary>
internal sealed class ImportRun : IDisposable
{
    public const string Settings = """
        title: The Copper Kettle
        base-url: https://kettle.example.org/
        theme: { colours: { blue: "#1d5fa8", green: "#2f6f3e" } }
        publisher: { name: Guild of Kettle Makers, address: "4 Boiler Row, Bristol" }
        committees:
          - { id: council, name: Guild Council, short: Council }
          - { id: lid-board, name: Lid Safety Board, short: LSB }
        registers: [{ id: proposals, pattern: 'KP\d{3}', events: [raised, review, report-consultation, lid-board, withdrawn] }]

        """;

    private readonly TemporaryFolder folder = new();
    private readonly Site site;

    public ImportRun(string settings = Settings)
    {
        folder.Write("site/site.yml", settings);
        site = Fixture.ParseFolder(Path.Combine(folder.Path, "site"), new DiagnosticBag())!;
    }

    public TemporaryFolder Folder => folder;

    public DiagnosticBag Diagnostics { get; } = new();

    public static ImportOptions Options => new() { Today = new LocalDate(2020, 2, 3) };

    /// <summary>Imports one file of the text.</summary>
    public static Imported Text(string text, string name = "june.txt", ImportOptions? options = null, string settings = Settings)
    {
        using var run = new ImportRun(settings);
        run.folder.Write("old/" + name, text);
        return run.Import("old/" + name, options);
    }

    public Imported Import(string path = "old", ImportOptions? options = null)
    {
        var steps = new Importer(site.Settings, site.Labels, ImportSource.Open(Path.Combine(folder.Path, path), Diagnostics), options ?? Options)
            .Run(CancellationToken.None).ToList();
        return new Imported([.. steps.Select(s => s.File).OfType<ImportedFile>()], [.. steps.SelectMany(s => s.Notes)]);
    }

    /// <summary>What a site of these files has to say about itself.</summary>
    public string Findings(Imported imported)
    {
        foreach (var file in imported.Files.Where(f => f.Text is not null))
        {
            folder.Write("site/content/" + file.Path, file.Text!);
        }

        var bag = new DiagnosticBag();
        Fixture.ParseFolder(Path.Combine(folder.Path, "site"), bag);
        return DiagnosticText.Of(bag);
    }

    public void Dispose() => folder.Dispose();
}

/// <summary>What came of an import.</summary>
internal sealed record Imported(List<ImportedFile> Files, List<ImportNote> Notes)
{
    public string Text => Assert.Single(Files, f => f.Text is not null).Text!;

    /// <summary>The Markdown behind the front matter.</summary>
    public string Body => Text[(Text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..].Trim();

    /// <summary>All of it, for a golden.</summary>
    public override string ToString()
    {
        var all = new StringBuilder();
        foreach (var file in Files)
        {
            all.Append($"=== content/{file.Path} ===\n{file.Text ?? "(copied)\n"}");
        }

        all.Append("=== notes ===\n");
        foreach (var note in Notes)
        {
            all.Append($"{note.Kind}: {note}\n");
        }

        return all.ToString();
    }
}
