namespace SecPress.Model.Documents;

/// <summary>Where words start and end.</summary>
public static class Words
{
    public static bool StartsAt(string text, int at)
    {
        ArgumentNullException.ThrowIfNull(text);
        return at == 0 || !(IsWordCharacter(text[at - 1]) && IsWordCharacter(text[at]));
    }

    public static bool EndsAt(string text, int at)
    {
        ArgumentNullException.ThrowIfNull(text);
        return at == text.Length || !(IsWordCharacter(text[at]) && IsWordCharacter(text[at - 1]));
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
