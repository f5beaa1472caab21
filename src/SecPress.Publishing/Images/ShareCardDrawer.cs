using SecPress.Model.Images;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>
/// Draws the image a page is shared with, as the site's pages begin: the accent at the top, the publication's name on a rule, the
/// title, and at the foot the date and the marks of the highlights. Sizes are such that a preview of 300 pixels can be read.
/// </summary>
internal static class ShareCardDrawer
{
    /// <summary>Stands in keys: a change of what is drawn for the same card needs another.</summary>
    public const string Version = "card 1, Inter 4";

    private const int Margin = 76;
    private const int Measure = ShareCard.Width - 2 * Margin;
    private const int MostMarks = 8;
    private const float MarkSize = 42;
    private const float MarkStep = 62;
    private const float Foot = ShareCard.Height - 70;

    private static readonly SKColor Ink = SKColor.Parse("#17191c");
    private static readonly SKColor Quiet = SKColor.Parse("#52575e");

    private static readonly (float Size, int Lines)[] TitleSizes = [(104, 2), (84, 3), (70, 3), (64, 4), (56, 5), (48, 5)];

    public static byte[] Draw(ShareCard card)
    {
        using var bitmap = new SKBitmap(ShareCard.Width, ShareCard.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            Draw(canvas, card);
        }

        var colours = card.Marks.Take(MostMarks).Select(m => SKColor.Parse(m.Colour)).Append(SKColor.Parse(card.Accent));
        return new PalettePng(colours.Append(Ink).Append(Quiet)).Encode(bitmap);
    }

    private static void Draw(SKCanvas canvas, ShareCard card)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(card.Accent) };
        canvas.DrawRect(0, 0, ShareCard.Width, 22, paint);

        var publication = Typesetting.Settable(card.Publication);
        var title = Typesetting.Settable(card.Title);
        var isOfTheSite = title.Length == 0;
        if (!isOfTheSite && publication.Length > 0)
        {
            paint.Color = Ink;
            using var name = Typesetting.SemiBold(42);
            name.Draw(canvas, TextSetter.Line(publication, name, Measure), Margin, 112, paint);
            canvas.DrawRect(Margin, 146, Measure, 3, paint);
        }

        var marks = card.Marks.Take(MostMarks).ToList();
        DrawTitle(canvas, paint, isOfTheSite ? publication : title, isOfTheSite);
        DrawMarks(canvas, paint, marks);
        var room = Measure - (marks.Count == 0 ? 0 : marks.Count * MarkStep + 30);
        using var line = Typesetting.Regular(42);
        paint.Color = Quiet;
        line.Draw(canvas, TextSetter.Line(Typesetting.Settable(card.Line), line, room), Margin, Foot, paint);
    }

    // Between the rule and the foot, a little above the middle, where the eye expects it.
    private static void DrawTitle(SKCanvas canvas, SKPaint paint, string title, bool isOfTheSite)
    {
        if (title.Length == 0)
        {
            return;
        }

        var (setting, lines) = TextSetter.Fit(title, TitleSizes, Measure);
        using (setting)
        {
            paint.Color = Ink;
            var leading = setting.Size * 1.14f;
            var (top, bottom) = (isOfTheSite ? 60f : 149f, Foot - 45);
            var height = setting.Capital + leading * (lines.Length - 1);
            var baseline = top + (bottom - top - height) * 0.47f + setting.Capital;
            foreach (var line in lines)
            {
                setting.Draw(canvas, line, Margin, baseline, paint);
                baseline += leading;
            }
        }
    }

    // Shapes as the site's: a circle, a triangle, a square, a diamond. Colour alone tells nobody anything (WCAG 2.2, 1.4.1).
    private static void DrawMarks(SKCanvas canvas, SKPaint paint, List<ShareMark> marks)
    {
        var x = ShareCard.Width - Margin - MarkSize - (marks.Count - 1) * MarkStep;
        var y = Foot - MarkSize + 7;
        foreach (var mark in marks)
        {
            paint.Color = SKColor.Parse(mark.Colour);
            using var shape = new SKPathBuilder();
            switch (mark.Shape)
            {
                case 1:
                    shape.AddOval(SKRect.Create(x, y, MarkSize, MarkSize));
                    break;
                case 2:
                    shape.AddPoly([new SKPoint(x + MarkSize / 2, y + 1), new SKPoint(x + MarkSize, y + MarkSize - 2), new SKPoint(x, y + MarkSize - 2)]);
                    break;
                case 4:
                    shape.AddPoly(
                    [
                        new SKPoint(x + MarkSize / 2, y), new SKPoint(x + MarkSize, y + MarkSize / 2),
                        new SKPoint(x + MarkSize / 2, y + MarkSize), new SKPoint(x, y + MarkSize / 2),
                    ]);
                    break;
                default:
                    shape.AddRect(SKRect.Create(x + 1, y + 1, MarkSize - 2, MarkSize - 2));
                    break;
            }

            using var path = shape.Detach();
            canvas.DrawPath(path, paint);
            x += MarkStep;
        }
    }
}
