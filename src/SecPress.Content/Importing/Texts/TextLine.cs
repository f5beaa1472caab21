namespace SecPress.Content.Importing.Texts;

/// <summary>A line of plain text with its number from 1. Unusual spaces are ordinary ones by now; tabs are still tabs.</summary>
internal readonly record struct TextLine(string Text, int Number)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public string Trimmed => Text.Trim();

    /// <summary>Columns of white space before the first sign; a tab goes to the next multiple of four.</summary>
    public int Indent
    {
        get
        {
            var columns = 0;
            foreach (var c in Text)
            {
                if (c is not (' ' or '\t'))
                {
                    break;
                }

                columns = c == '\t' ? (columns / 4 * 4) + 4 : columns + 1;
            }

            return columns;
        }
    }
}
