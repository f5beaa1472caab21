using SecPress.Model.Diagnostics;

namespace SecPress.Model.Sites;

/// <summary>
/// A file of the output that is yet to be made. <c>Make</c> may run on any thread and at most once; it adds to the bag what is wrong
/// and returns null when there is nothing fit to publish.
/// </summary>
/// <param name="OutputPath">Below the output folder, with forward slashes.</param>
/// <param name="Origin">What it is made from, for messages.</param>
/// <param name="Make">Makes its bytes.</param>
public sealed record Composition(string OutputPath, string Origin, Func<DiagnosticBag, byte[]?> Make);
