using SecPress.Checks.Links;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Checks;

/// <summary>Every rule on a linked publication, in the order they run.</summary>
public static class PublicationChecks
{
    public static void Run(Publication publication, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(diagnostics);
        LinkCheck.Run(publication, diagnostics);
        ImageCheck.Run(publication, diagnostics);
        SectionCheck.Run(publication, diagnostics);
        AliasCheck.Run(publication, diagnostics);
    }
}
