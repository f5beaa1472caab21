namespace SecPress.Rendering.Email.Inlining;

/// <summary>A range of the document's text and what takes its place.</summary>
internal readonly record struct Edit(int Start, int End, string Text);
