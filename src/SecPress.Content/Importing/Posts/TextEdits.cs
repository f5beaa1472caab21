using System.Text;

namespace SecPress.Content.Importing.Posts;

/// <summary>Changes to a text, collected in any order and made at once. Of two that overlap, the one that begins first is made.</summary>
internal sealed class TextEdits
{
    private readonly List<(int Start, int End, string Text)> edits = [];

    public bool IsEmpty => edits.Count == 0;

    public void Insert(int at, string text) => edits.Add((at, at, text));

    public void Delete(int start, int end) => Replace(start, end, "");

    public void Replace(int start, int end, string text)
    {
        if (end >= start)
        {
            edits.Add((start, end, text));
        }
    }

    public string Apply(string text)
    {
        var result = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var (start, end, replacement) in edits.OrderBy(e => e.Start).ThenBy(e => e.End))
        {
            if (start >= at && end <= text.Length)
            {
                result.Append(text, at, start - at).Append(replacement);
                at = end;
            }
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
