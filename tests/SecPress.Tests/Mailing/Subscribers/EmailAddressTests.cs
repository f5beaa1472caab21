using CsCheck;
using SecPress.Mailing.Subscribers;

namespace SecPress.Tests.Mailing.Subscribers;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("  Ann.Lee+news@Example.COM\t", "Ann.Lee+news@example.com")]
    [InlineData("o'neil@example.co.uk", "o'neil@example.co.uk")]
    [InlineData("info@Bücher.example", "info@xn--bcher-kva.example")]
    [InlineData("info@xn--bcher-kva.example", "info@xn--bcher-kva.example")]
    [InlineData("zoë@example.com", "zoë@example.com")]
    [InlineData("ann@[192.0.2.7]", "ann@[192.0.2.7]")]
    [InlineData("ann@[IPv6:2001:db8::1]", "ann@[ipv6:2001:db8::1]")]
    public void An_address_is_normalised(string given, string normalised)
    {
        Assert.True(EmailAddress.TryParse(given, out var address, out var reason), reason);
        Assert.Equal(normalised, address.Value);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("ann", "it has no @")]
    [InlineData("@example.com", "nothing stands before the @")]
    [InlineData("ann@", "nothing stands after the @")]
    [InlineData("ann@example", "its domain has no dot")]
    [InlineData("ann@@example.com", "it has more than one @")]
    [InlineData(".ann@example.com", "its local part starts or ends with a dot")]
    [InlineData("ann.@example.com", "its local part starts or ends with a dot")]
    [InlineData("ann..lee@example.com", "it has two dots in a row")]
    [InlineData("ann lee@example.com", "it has a space or control character in it")]
    [InlineData("ann\r\nBcc: bob@example.com", "it has a space or control character in it")]
    [InlineData("ann@exam ple.com", "it has a space or control character in it")]
    [InlineData("Ann <ann@example.com>", "it has a space or control character in it")]
    [InlineData("<ann@example.com>", "its local part has the character <")]
    [InlineData("\"ann lee\"@example.com", "its local part has the character \"")]
    [InlineData("ann@example..com", "its domain has a label that DNS does not allow")]
    [InlineData("ann@-example.com", "its domain has a label that DNS does not allow")]
    [InlineData("ann@exa_mple.com", "its domain has a label that DNS does not allow")]
    [InlineData("ann@bu\u0308cher.example", "its domain is written with separate accents: type the accented letters as one character each")]
    [InlineData("ann@[example.com]", "what stands in brackets is not an IP address")]
    [InlineData("ann@[1.2]", "what stands in brackets is not an IP address")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345@example.com", "its local part is longer than 64 characters")]
    public void An_address_is_refused_with_the_reason(string given, string expected)
    {
        Assert.False(EmailAddress.TryParse(given, out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Two_spellings_of_one_mailbox_are_equal() =>
        Assert.Equal(EmailAddress.Parse("Ann@Example.com"), EmailAddress.Parse("ann@example.com"));

    [Fact]
    public void No_text_is_taken_that_could_break_a_command_or_a_header() => Gen.String.Sample(text =>
    {
        if (EmailAddress.TryParse(text, out var address, out _))
        {
            Assert.DoesNotContain(address.Value, c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',');
            Assert.Equal(address, EmailAddress.Parse(address.Value));
        }
    });
}
