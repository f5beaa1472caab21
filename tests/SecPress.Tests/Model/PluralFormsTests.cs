using CsCheck;
using SecPress.Model;

namespace SecPress.Tests.Model;

public sealed class PluralFormsTests
{
    private static readonly string[] Tags = ["en", "fr", "ar", "br", "cy", "ga", "lt", "lv", "mt", "pl", "ru", "sl", "tzm", "xx"];

    // The numbers are the integer samples of CLDR's own table of rules.
    [Theory]
    [InlineData("en", "one", "1")]
    [InlineData("en-GB", "other", "0 2 16 100 1000 1000000")]
    [InlineData("fr", "one", "0 1")]
    [InlineData("fr-CA", "other", "2 17 100 1000 100000")]
    [InlineData("fr", "many", "1000000 2000000")]
    [InlineData("es", "one", "1")]
    [InlineData("es", "other", "0 2 16 100 1000")]
    [InlineData("es", "many", "1000000")]
    [InlineData("pt-BR", "one", "0 1")]
    [InlineData("pt-PT", "other", "0 2 16")]
    [InlineData("hi", "one", "0 1")]
    [InlineData("ja", "other", "0 1 2 15 100")]
    [InlineData("zh-Hant-TW", "other", "0 1 15")]
    [InlineData("ru", "one", "1 21 31 101 1001")]
    [InlineData("ru", "few", "2 3 4 22 23 24 102 1002")]
    [InlineData("ru", "many", "0 5 11 12 14 19 100 111 112 1000")]
    [InlineData("uk", "few", "2 24 102")]
    [InlineData("pl", "one", "1")]
    [InlineData("pl", "few", "2 3 4 22 23 24 102")]
    [InlineData("pl", "many", "0 5 12 14 19 21 100 101 1001")]
    [InlineData("sr", "one", "1 21 101")]
    [InlineData("hr", "few", "2 4 22 34 102")]
    [InlineData("bs", "other", "0 5 11 19 100")]
    [InlineData("cs", "few", "2 3 4")]
    [InlineData("sk", "other", "0 5 19 22 100")]
    [InlineData("sl", "one", "1 101 201")]
    [InlineData("sl", "two", "2 102")]
    [InlineData("sl", "few", "3 4 103 104")]
    [InlineData("lt", "one", "1 21 101")]
    [InlineData("lt", "few", "2 9 22 29 102")]
    [InlineData("lt", "other", "0 10 11 12 20 30 111")]
    [InlineData("lv", "zero", "0 10 11 19 20 30 100 111")]
    [InlineData("lv", "one", "1 21 101")]
    [InlineData("ro", "few", "0 2 16 101 102 119")]
    [InlineData("ro", "other", "20 35 100 120 1000")]
    [InlineData("he", "two", "2")]
    [InlineData("he", "other", "0 3 17 20 100")]
    [InlineData("ar", "zero", "0")]
    [InlineData("ar", "two", "2")]
    [InlineData("ar", "few", "3 10 103 110 1003")]
    [InlineData("ar", "many", "11 26 99 111 1011")]
    [InlineData("ar-EG", "other", "100 101 102 200 1000")]
    [InlineData("cy", "few", "3")]
    [InlineData("cy", "many", "6")]
    [InlineData("cy", "other", "4 5 7 20")]
    [InlineData("ga", "many", "7 10")]
    [InlineData("gd", "one", "1 11")]
    [InlineData("gd", "few", "3 10 13 19")]
    [InlineData("gv", "few", "0 20 40 60 80 100")]
    [InlineData("br", "few", "3 4 9 23 24 29 33")]
    [InlineData("br", "other", "0 5 8 10 11 12 13 20 71 72 73 91")]
    [InlineData("mt", "few", "0 3 10 103 110")]
    [InlineData("mt", "many", "11 19 111 117")]
    [InlineData("fil", "other", "4 6 9 14 16 19")]
    [InlineData("is", "one", "1 21 31 101")]
    [InlineData("eo", "one", "1")]
    public void Knows_the_forms_of_a_language(string language, string form, string numbers) =>
        Assert.All(numbers.Split(' '), n => Assert.Equal(form, PluralForms.Of(language, int.Parse(n, null))));

    [Fact]
    public void Gives_every_language_a_form_for_every_number() =>
        Gen.Select(Gen.Int[0, Tags.Length - 1].Select(i => Tags[i]), Gen.Int[0, int.MaxValue])
            .Sample((language, number) => PluralForms.IsForm(PluralForms.Of(language, number)));
}
