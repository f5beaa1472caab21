namespace SecPress.Cli.Printing.Reports;

/// <summary>The forms that findings are given in.</summary>
internal enum ReportFormat
{
    /// <summary>For a person, on standard error.</summary>
    Text,

    /// <summary>Our own form for programs, on standard output.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning, on standard output.</summary>
    Sarif,
}
