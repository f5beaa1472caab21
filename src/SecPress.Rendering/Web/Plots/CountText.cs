using System.Globalization;
using SecPress.Model;

namespace SecPress.Rendering.Web.Plots;

/// <summary>Counts as readers see them.</summary>
internal static class CountText
{
    // Of the form digits, with the sign that mathematics writes.
    public static string Count(this Labels labels, long number)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return number.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
