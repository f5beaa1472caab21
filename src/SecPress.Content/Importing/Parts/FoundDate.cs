using NodaTime;

namespace SecPress.Content.Importing.Parts;

/// <summary>A day that a text names, and where.</summary>
internal readonly record struct FoundDate(LocalDate Date, int Start, int End);
