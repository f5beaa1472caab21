using SecPress.Content.Schemas;
using SecPress.Model.Settings;

namespace SecPress.Content.Settings;

/// <summary>Reads <c>style</c>: how the house writes.</summary>
internal static class StyleReader
{
    public static HouseStyle StyleOf(MapReader style)
    {
        var alone = style.ScalarsOf("terms").Select(s => (s.Span.Start, Term: new HouseTerm(s.Value.Trim(), [])));
        var full = style.Maps("terms")
            .Where(t => t.Text("term") is not null)
            .Select(t => (t.Span.Start, Term: new HouseTerm(t.Text("term")!, t.Texts("not"))));
        return new HouseStyle
        {
            Terms = [.. alone.Concat(full).OrderBy(t => t.Start).Select(t => t.Term)],
            Quotes = style.Choice("quotes") switch
            {
                "curly" => QuoteStyle.Curly,
                "straight" => QuoteStyle.Straight,
                "any" => QuoteStyle.Any,
                _ => QuoteStyle.Consistent,
            },
            Dashes = style.Choice("dashes") switch
            {
                "en" => DashStyle.En,
                "em" => DashStyle.Em,
                "any" => DashStyle.Any,
                _ => DashStyle.Consistent,
            },
            SingleSpaces = style.Choice("spaces") == "single",
            KnownAcronyms = style.Texts("known-acronyms"),
        };
    }
}
