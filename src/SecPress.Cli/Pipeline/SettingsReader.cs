using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Cli.Pipeline;

/// <summary>Reads a site's settings and nothing of its content, for what is done with settings alone.</summary>
internal static class SettingsReader
{
    /// <summary>Null when they are not usable; then the bag says why.</summary>
    public static SiteSettings? Read(Desk desk, DiagnosticBag diagnostics) =>
        SiteParser.ParseSettings(SourceTree.ReadSettings(desk.SiteFolder, diagnostics), diagnostics, RuleCatalog.All);

    /// <summary>The same for a command that goes no further without them: what is wrong has then been said.</summary>
    public static SiteSettings? ReadOrReport(Desk desk)
    {
        var diagnostics = new DiagnosticBag();
        var settings = Read(desk, diagnostics);
        if (settings is null)
        {
            desk.Report(diagnostics);
        }

        return settings;
    }
}
