using Scriban.Runtime;

namespace SecPress.Rendering.Templates;

/// <summary>
/// Builds what templates are given: explicit objects, since a record handed to a template prints nothing when compiled ahead of time.
/// </summary>
public static class View
{
    public static ScriptObject Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var view = new ScriptObject();
        foreach (var (name, value) in members)
        {
            view.SetValue(name, value, readOnly: false);
        }

        return view;
    }

    public static ScriptArray List<T>(IEnumerable<T> items)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(item!);
        }

        return list;
    }

    /// <summary>Null for an empty text: in a template only null and false are not true.</summary>
    public static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Null for an empty piece of markup.</summary>
    public static SafeHtml? Html(SafeHtml html) => html.Text.Length == 0 ? null : html;
}
