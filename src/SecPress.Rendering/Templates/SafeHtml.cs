namespace SecPress.Rendering.Templates;

/// <summary>Markup that is ready to print: made by a printer or a template, never by an editor. Templates print it as it is.</summary>
public sealed record SafeHtml(string Text)
{
    public static readonly SafeHtml Empty = new("");

    public override string ToString() => Text;
}
