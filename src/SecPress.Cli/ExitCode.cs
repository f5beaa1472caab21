namespace SecPress.Cli;

/// <summary>What a script learns from a run.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The content or the settings are wrong.</summary>
    public const int Content = 1;

    /// <summary>Not everybody has been sent the edition, or nobody can tell.</summary>
    public const int DeliveryIncomplete = 2;

    /// <summary>The disk, the store or the network failed, or the program itself did.</summary>
    public const int Environment = 3;

    /// <summary>The command line was not understood (<c>EX_USAGE</c> of BSD's sysexits).</summary>
    public const int Usage = 64;

    /// <summary>Stopped by Ctrl+C, as shells count it: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}
