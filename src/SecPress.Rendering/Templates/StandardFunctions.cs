using NodaTime;
using Scriban.Runtime;
using SecPress.Model;
using SecPress.Model.Diagnostics;

namespace SecPress.Rendering.Templates;

/// <summary>The functions every template has: <c>label</c>, <c>plural</c>, <c>date</c> and <c>time</c>.</summary>
internal static class StandardFunctions
{
    public static void AddTo(ScriptObject target, Labels labels)
    {
        target.SetValue("label", new TemplateFunction(1, call => Label(labels, call, call.Text(0), 1)), readOnly: true);
        target.SetValue("plural", new TemplateFunction(2, call => Plural(labels, call)), readOnly: true);
        target.SetValue("date", new TemplateFunction(1, call => Date(labels, call)), readOnly: true);
        target.SetValue("time", new TemplateFunction(1, Time), readOnly: true);
    }

    private static string Label(Labels labels, TemplateCall call, string key, int firstValue)
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
            values[i] = call[firstValue + i] is { } value ? call.Context.ObjectToString(value) : "";
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
        Label(labels, call, call.Text(0) + (call[1] is 1 ? ".one" : ".other"), 1);

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

    private static string Time(TemplateCall call) =>
        call[0] is LocalTime time
            ? time.ToString("HH:mm", null)
            : throw call.Error(TemplateRules.Failed, "'time' is given something that is not a time", "Give it a time of the view.");
}
