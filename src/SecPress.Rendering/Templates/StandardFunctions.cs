using NodaTime;
using Scriban.Runtime;
using SecPress.Model;
using SecPress.Model.Diagnostics;

namespace SecPress.Rendering.Templates;

/// <summary>The functions every template has: <c>label</c>, <c>plural</c>, <c>number</c>, <c>date</c> and <c>time</c>.</summary>
internal static class StandardFunctions
{
    public static void AddTo(ScriptObject target, Labels labels)
    {
        target.SetValue("label", new TemplateFunction(1, call => Label(labels, call, call.Text(0), 1)), readOnly: true);
        target.SetValue("plural", new TemplateFunction(2, call => Plural(labels, call)), readOnly: true);
        target.SetValue("number", new TemplateFunction(1, call => labels.Number(Count(call, 0, "number"))), readOnly: true);
        target.SetValue("date", new TemplateFunction(1, call => Date(labels, call)), readOnly: true);
        target.SetValue("time", new TemplateFunction(1, call => Time(labels, call)), readOnly: true);
    }

    private static string Label(Labels labels, TemplateCall call, string key, int firstValue, bool isCount = false)
    {
        if (!labels.Has(key))
        {
            throw call.Error(
                TemplateRules.UnknownLabel,
                $"there is no label '{key}' in '{labels.Language}'",
                $"Add it to templates/i18n.{Suggestion.DidYouMean(key, labels.Keys)}");
        }

        var values = new object?[Math.Max(0, call.Count - firstValue)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = call[firstValue + i] switch
            {
                null => "",
                int number when isCount && i == 0 => labels.Number(number),
                var value => call.Context.ObjectToString(value),
            };
        }

        try
        {
            return labels.Format(key, values);
        }
        catch (FormatException)
        {
            throw call.Error(
                TemplateRules.UnknownLabel,
                $"the label '{key}' has a place for a value that is not given here",
                "Give as many values as the label has places, {0} being the first.");
        }
    }

    private static string Plural(Labels labels, TemplateCall call) =>
        Label(labels, call, labels.PluralKey(call.Text(0), Count(call, 1, "plural")), 1, isCount: true);

    private static int Count(TemplateCall call, int index, string name) =>
        call[index] is int and >= 0 and var count
            ? count
            : throw call.Error(TemplateRules.Failed, $"'{name}' is given something that is not a count", "Give it a whole number, 0 or more.");

    private static string Date(Labels labels, TemplateCall call)
    {
        if (call[0] is not LocalDate date)
        {
            throw call.Error(TemplateRules.Failed, "'date' is given something that is not a date", "Give it a date of the view.");
        }

        var style = call.Count > 1 ? call.Text(1) : "long";
        if (style == "iso")
        {
            return date.ToString("uuuu-MM-dd", null);
        }

        return labels.Has("date." + style)
            ? labels.Date(date, style)
            : throw call.Error(
                TemplateRules.UnknownLabel,
                $"there is no style of dates '{style}'",
                $"Add 'date.{style}' to templates/i18n.{Suggestion.DidYouMean("date." + style, labels.Keys)}");
    }

    private static string Time(Labels labels, TemplateCall call) =>
        call[0] is LocalTime time
            ? labels.Time(time)
            : throw call.Error(TemplateRules.Failed, "'time' is given something that is not a time", "Give it a time of the view.");
}
