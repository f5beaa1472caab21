using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SecPress.Rendering.Templates;

/// <summary>What a template makes, which decides how the values it prints are escaped.</summary>
public enum TemplateKind
{
    Html,
    Xml,
    Json,

    /// <summary>Text, CSS: nothing is escaped.</summary>
    Text,
}

/// <summary>Makes text harmless where it is printed.</summary>
public static class Escaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    // Letters of every language stay; what could end a script element or a line of one is escaped.
    private static readonly JavaScriptEncoder Json = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static TemplateKind KindOf(string templateName) => Path.GetExtension(templateName) switch
    {
        ".html" => TemplateKind.Html,
        ".xml" or ".svg" => TemplateKind.Xml,
        ".json" or ".webmanifest" => TemplateKind.Json,
        _ => TemplateKind.Text,
    };

    public static string Escape(TemplateKind kind, string text) => kind switch
    {
        TemplateKind.Html or TemplateKind.Xml => Markup(text),
        TemplateKind.Json => Json.Encode(text),
        _ => text,
    };

    /// <summary>
    /// For the text and the quoted attribute values of HTML and XML alike. Control characters that neither may hold are left out.
    /// </summary>
    public static string Markup(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny(Special) < 0 ? text : Append(new StringBuilder(text.Length + 16), text).ToString();
    }

    /// <summary>Appends <paramref name="text"/> as <see cref="Markup"/> writes it.</summary>
    public static StringBuilder Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        ArgumentNullException.ThrowIfNull(target);
        int at;
        while ((at = text.IndexOfAny(Special)) >= 0)
        {
            target.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "",
            });
            text = text[(at + 1)..];
        }

        return target.Append(text);
    }
}
