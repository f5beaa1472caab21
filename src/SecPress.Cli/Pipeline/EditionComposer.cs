using System.Collections.Immutable;
using SecPress.Checks.Editions;
using SecPress.Mailing.Messages;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Email;
using SecPress.Rendering.Templates;

namespace SecPress.Cli.Pipeline;

/// <summary>Makes email editions, checked, and the files they are published as.</summary>
internal sealed class EditionComposer(Publication publication, TemplateEngine engine, DiagnosticBag diagnostics)
{
    private readonly EmailComposer composer = new(publication, engine);

    public Edition? Compose(Issue issue)
    {
        EditionChecks.Run(publication.Settings, diagnostics);
        var edition = composer.Compose(issue, diagnostics);
        if (edition is not null)
        {
            EditionChecks.Run(edition, diagnostics);
        }

        return edition;
    }

    /// <summary>The message of an edition as its subscribers get it, dated when the issue is sent.</summary>
    public static byte[] Message(Publication publication, Edition edition) =>
        MessageTemplate.Create(publication.Settings, edition, edition.Issue.SentAt(publication.Settings.TimeZone)).ForNobody();

    /// <summary>The editions that the site carries. Each is made once, with the first of its files.</summary>
    public ImmutableArray<Composition> Published() =>
    [
        .. publication.Map.Pages.OfType<EditionFile>().GroupBy(f => f.Issue).SelectMany(files => Published(files.Key, files)),
    ];

    /// <summary>The files of one issue's edition.</summary>
    public IEnumerable<Composition> Published(Issue issue, IEnumerable<EditionFile> files)
    {
        var edition = new Lazy<Edition?>(() => Compose(issue));
        return files.Select(f => new Composition(f.OutputPath, f.Origin, _ => edition.Value is { } made ? Bytes(made, f.Format) : null));
    }

    private byte[] Bytes(Edition edition, EditionFormat format) =>
        format == EditionFormat.Eml ? Message(publication, edition) : EditionFiles.Make(publication, edition, format);
}
