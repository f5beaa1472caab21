using System.Net;
using CsCheck;
using SecPress.Model.Editions;

namespace SecPress.Tests.Model;

public sealed class MergeTextTests
{
    [Fact]
    public void Fills_a_place_with_the_encoded_value_or_its_fallback()
    {
        var text = MergeText.Parse($"Dear {MergeText.Field("name", "Reader")}, read on.");
        Assert.Equal("Dear A &amp; B, read on.", text.Fill(f => f == "name" ? "A & B" : null, WebUtility.HtmlEncode));
        Assert.Equal("Dear Reader, read on.", text.Fill(_ => "", WebUtility.HtmlEncode));
        Assert.Equal("Dear Reader, read on.", text.FillWithFallbacks());
    }

    [Fact]
    public void Refuses_a_place_that_is_not_closed() =>
        Assert.Throws<FormatException>(() => MergeText.Parse($"Dear {MergeText.Open}name"));

    [Fact]
    public void Gives_back_any_text_without_places_as_it_was() =>
        Gen.String.Where(s => !s.AsSpan().ContainsAnyInRange('\uE000', '\uE002'))
            .Sample(s => MergeText.Parse(s).FillWithFallbacks() == s);

    [Fact]
    public void Fills_every_place_once_wherever_it_stands() =>
        Gen.Select(Gen.String.AlphaNumeric, Gen.String.AlphaNumeric, Gen.String.AlphaNumeric).Sample((before, name, after) =>
        {
            var text = MergeText.Parse(before + MergeText.Field("x", "") + after + MergeText.Field("x", ""));
            Assert.Equal(before + name + after + name, text.Fill(_ => name, s => s));
        });
}
