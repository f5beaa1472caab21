using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Publishing;

/// <summary>A site that is made and stored beside the published one, ready to take its place.</summary>
public sealed class Staging
{
    private readonly OutputFolder folder;
    private readonly DiagnosticBag diagnostics;
    private readonly Journal? journal;

    private Staging(OutputFolder folder, DiagnosticBag diagnostics, Journal? journal, PublishResult plan) =>
        (this.folder, this.diagnostics, this.journal, Plan) = (folder, diagnostics, journal, plan);

    /// <summary>What <see cref="Commit"/> will do.</summary>
    public PublishResult Plan { get; }

    /// <summary>Puts everything in place: what is referred to before what refers to it, and deletes last.</summary>
    /// <exception cref="InvalidOperationException">The findings have an error: such a site is not published.</exception>
    public PublishResult Commit()
    {
        if (diagnostics.HasErrors)
        {
            throw new InvalidOperationException("A site with errors is not published.");
        }

        if (journal is null)
        {
            return Plan;
        }

        try
        {
            folder.WriteJournal(journal);
            folder.CarryOut(journal, unsure: false);
            return Plan;
        }
        catch (Exception e) when (PublishFailure.IsOfTheDisk(e))
        {
            return new PublishResult { Failure = PublishFailure.From(e, folder.Name, folder.StateAfterFailure) };
        }
    }

    internal static Staging Failed(OutputFolder folder, DiagnosticBag diagnostics, PublishFailure failure) =>
        new(folder, diagnostics, null, new PublishResult { Failure = failure });

    /// <summary>Without a journal there is nothing to do.</summary>
    internal static Staging Ready(OutputFolder folder, DiagnosticBag diagnostics, Journal? journal, PublishResult plan) =>
        new(folder, diagnostics, journal, plan);
}
