using System.Runtime.CompilerServices;
using ApprovalTests.Approvers;
using ApprovalTests.Core;

namespace SecPress.Tests.Support;

/// <summary>
/// Golden files by Verify's convention, <c>Type.Method.verified.ext</c> beside the test: a difference writes <c>.received.ext</c>
/// and fails, and so does a missing golden. Everything about the library behind it is in this file.
/// </summary>
internal static class Golden
{
    public static void Verify(
        string actual,
        string extension = "txt",
        string? variant = null,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string method = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        var name = Path.GetFileNameWithoutExtension(testFile) + "." + method + (variant is null ? "" : "." + variant);
        var approver = new FileApprover(
            new VerifiedWriter(actual.ReplaceLineEndings("\n"), extension), new FixedNamer(folder, name), normalizeLineEndingsForTextFiles: true);
        if (approver.Approve())
        {
            approver.CleanUpAfterSuccess(NoReporter.Instance);
            return;
        }

        approver.Fail();
    }

    private sealed class VerifiedWriter(string text, string extension) : IApprovalWriter
    {
        public string GetApprovalFilename(string basename) => $"{basename}.verified.{extension}";

        public string GetReceivedFilename(string basename) => $"{basename}.received.{extension}";

        public string WriteReceivedFile(string received)
        {
            File.WriteAllText(received, text);
            return received;
        }
    }

    private sealed class FixedNamer(string folder, string name) : IApprovalNamer
    {
        public string SourcePath => folder;

        public string Name => name;
    }

    private sealed class NoReporter : IApprovalFailureReporter
    {
        public static readonly NoReporter Instance = new();

        public void Report(string approved, string received)
        {
        }
    }
}
