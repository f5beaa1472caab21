using System.Collections.Immutable;

namespace SecPress.Model.Images;

/// <summary>A mark of a highlight: its colour on light paper as <c>#rrggbb</c>, and its shape, 1 to 4.</summary>
public readonly record struct ShareMark(string Colour, int Shape);

/// <summary>What stands on an image for sharing (Open Graph), a PNG of 1200 by 630 pixels.</summary>
/// <param name="Path">Its file below the output folder.</param>
/// <param name="Publication">The publication's title.</param>
/// <param name="Title">The title; empty on the image of the whole site.</param>
/// <param name="Line">The date of the issue, or where the site is.</param>
/// <param name="Accent">The theme's accent on light paper, as <c>#rrggbb</c>.</param>
/// <param name="Marks">The marks of the highlights, or of the theme.</param>
public sealed record ShareCard(string Path, string Publication, string Title, string Line, string Accent, ImmutableArray<ShareMark> Marks)
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string Alt => Title.Length == 0 ? Publication : $"{Publication}: {Title}, {Line}";
}

/// <summary>An icon of the site: the first letter of its title on the accent, square.</summary>
/// <param name="Path">Its file below the output folder; a <c>.ico</c> holds a PNG.</param>
/// <param name="Size">Its side in pixels.</param>
/// <param name="Initial">One character.</param>
/// <param name="Accent">As <c>#rrggbb</c>.</param>
/// <param name="Bleeds">Whether the colour fills the square: the system rounds its corners.</param>
public sealed record SiteIcon(string Path, int Size, string Initial, string Accent, bool Bleeds);
