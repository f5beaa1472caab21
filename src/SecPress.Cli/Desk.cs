using System.Collections.Immutable;
using System.CommandLine;
using SecPress.Cli.Printing;
using SecPress.Model.Diagnostics;
using SecPress.Publishing;

namespace SecPress.Cli;

/// <summary>What a command works at: the site it is run for, and how it speaks to the person who runs it.</summary>
internal sealed class Desk
{
    private readonly string? givenSite;

    public Desk(Terminal terminal, GlobalOptions options, ParseResult arguments)
    {
        Terminal = terminal;
        givenSite = arguments.GetValue(options.Site);
        IsVerbose = arguments.GetValue(options.Verbose);
        IsQuiet = arguments.GetValue(options.Quiet);
        Colors = !terminal.WantsNoColor && !arguments.GetValue(options.NoColor);
    }

    public Terminal Terminal { get; }

    public bool IsVerbose { get; }

    public bool IsQuiet { get; }

    /// <summary>Whether colour is welcome where a person reads.</summary>
    public bool Colors { get; }

    public bool ShowsProgress => Terminal.ErrorIsInteractive && !IsQuiet;

    /// <summary>Given with <c>--site</c>, or where a <c>site.yml</c> stands here or above; else here, where its absence is then reported.</summary>
    public string SiteFolder => givenSite is not null ? FullPath(givenSite) : FindSite() ?? Terminal.CurrentFolder;

    public string FullPath(string path) => Path.GetFullPath(path, Terminal.CurrentFolder);

    /// <summary>A path as the person would type it here.</summary>
    public string ShortPath(string path)
    {
        var relative = Path.GetRelativePath(Terminal.CurrentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    public void Say(string line)
    {
        if (!IsQuiet)
        {
            Terminal.Output.WriteLine(line);
        }
    }

    public void SayMore(string line)
    {
        if (IsVerbose)
        {
            Say(line);
        }
    }

    /// <summary>A detail for whoever asked for details, beside standard output, which may be a program's.</summary>
    public void Note(string line)
    {
        if (IsVerbose)
        {
            Terminal.Error.WriteLine(line);
        }
    }

    /// <summary>What is wrong and how to mend it, when it stands in no file of the site.</summary>
    public int Complain(string message, string mend, int exitCode)
    {
        new DiagnosticPrinter(Terminal.Error, Terminal.ErrorIsInteractive && Colors).Print(message, mend);
        return exitCode;
    }

    public int Complain(PublishFailure failure) => Complain(failure.Message, failure.Mend, ExitCode.Environment);

    /// <summary>Prints every finding; the exit code is 1 when one is an error, or <paramref name="strict"/> and one a warning.</summary>
    public int Report(DiagnosticBag diagnostics, bool strict = false) => Report(diagnostics.ToSorted(), strict);

    public int Report(ImmutableArray<Diagnostic> found, bool strict = false)
    {
        new DiagnosticPrinter(Terminal.Error, Terminal.ErrorIsInteractive && Colors).Print(found);
        return ExitCodeOf(found, strict);
    }

    public static int ExitCodeOf(ImmutableArray<Diagnostic> found, bool strict) =>
        found.Any(d => d.Severity == Severity.Error || (strict && d.Severity == Severity.Warning)) ? ExitCode.Content : ExitCode.Fine;

    private string? FindSite()
    {
        for (var folder = new DirectoryInfo(Terminal.CurrentFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "site.yml")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
