using SecPress.Model.Diagnostics;

namespace SecPress.Mailing.Stores;

/// <summary>The environment failed: the store cannot be used. The diagnostic says why and how to mend it.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(Diagnostic diagnostic, Exception? cause = null)
        : base(diagnostic?.Message, cause)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Diagnostic = diagnostic;
    }

    public Diagnostic Diagnostic { get; }
}
