using System.Collections.Immutable;
using System.Text;

namespace SecPress.Model.Editions;

/// <summary>
/// A text with places for what differs between recipients. In its flat form a place is <see cref="Open"/>, the field's name,
/// <see cref="Separator"/>, the fallback and <see cref="Close"/>: private-use characters that no content may hold, so nothing an
/// editor writes can be taken for one.
/// </summary>
public sealed class MergeText
{
    public const char Open = '\uE000';
    public const char Separator = '\uE001';
    public const char Close = '\uE002';

    /// <summary>The field that holds a recipient's unsubscribe address.</summary>
    public const string UnsubscribeUrl = "unsubscribe-url";

    private MergeText(string flat, ImmutableArray<MergeSegment> segments) => (Flat, Segments) = (flat, segments);

    /// <summary>The text with its places marked, as it is sealed and stored.</summary>
    public string Flat { get; }

    public ImmutableArray<MergeSegment> Segments { get; }

    /// <summary>The flat form of one place.</summary>
    public static string Field(string name, string fallback) => $"{Open}{name}{Separator}{fallback}{Close}";

    public static MergeText Parse(string flat)
    {
        ArgumentNullException.ThrowIfNull(flat);
        var segments = ImmutableArray.CreateBuilder<MergeSegment>();
        var at = 0;
        while (at < flat.Length)
        {
            var open = flat.IndexOf(Open, at);
            if (open < 0)
            {
                break;
            }

            var close = flat.IndexOf(Close, open);
            var separator = close < 0 ? -1 : flat.IndexOf(Separator, open, close - open);
            if (separator < 0)
            {
                throw new FormatException("A merge field is not closed.");
            }

            if (open > at)
            {
                segments.Add(new MergeSegment(flat[at..open], null));
            }

            segments.Add(new MergeSegment(flat[(separator + 1)..close], flat[(open + 1)..separator]));
            at = close + 1;
        }

        if (at < flat.Length)
        {
            segments.Add(new MergeSegment(flat[at..], null));
        }

        return new MergeText(flat, segments.ToImmutable());
    }

    /// <summary>The text for one recipient. <paramref name="value"/> gives a field's value or null for the fallback (which is already encoded).</summary>
    public string Fill(Func<string, string?> value, Func<string, string> encode)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(encode);
        var text = new StringBuilder(Flat.Length);
        foreach (var segment in Segments)
        {
            var filled = segment.Field is { } field && value(field) is { Length: > 0 } given ? encode(given) : segment.Text;
            text.Append(filled);
        }

        return text.ToString();
    }

    /// <summary>The text with every fallback in place.</summary>
    public string FillWithFallbacks() => Fill(_ => null, s => s);

    public override string ToString() => FillWithFallbacks();
}

/// <summary>A literal, or a place with its fallback in <c>Text</c> when <c>Field</c> names one.</summary>
public readonly record struct MergeSegment(string Text, string? Field);
