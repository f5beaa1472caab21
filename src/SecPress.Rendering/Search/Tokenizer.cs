using System.Collections.Concurrent;
using System.Text;

namespace SecPress.Rendering.Search;

/// <summary>Takes the words of a text. Positions count from 0; a word joined from parts has the position of its first.</summary>
internal interface IWordSink
{
    void Add(ReadOnlySpan<char> word, int position);
}

/// <summary>
/// Splits text into folded words. The client (<c>templates/search/words.js</c>) splits by the same rules, which are: a word is a
/// run of letters, numbers and marks; <c>'s</c> at its end is dropped; a character of a script without spaces is a word by itself;
/// two or three words of letters that hyphens hold together are indexed joined as well, so that "sub-committee" is found as
/// "subcommittee". A line break leaves a gap, which no phrase reaches across.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>Longer words are cut, in the query as in the text.</summary>
    public const int LongestWord = 64;

    public const int MostJoined = 3;
    public const int LongestJoined = 30;

    private readonly char[] word = new char[LongestWord];
    private readonly char[] joined = new char[MostJoined * LongestWord];
    private readonly ConcurrentDictionary<int, string> folded;
    private int position;
    private int length;
    private int joinedLength;
    private int joinedParts;
    private int joinedAt;

    /// <param name="folded">Remembers what every character beyond ASCII was folded to. May be shared between threads.</param>
    public Tokenizer(ConcurrentDictionary<int, string> folded) => this.folded = folded;

    /// <summary>The words of a text, the first of them at <paramref name="start"/>. Gives the position after the last, a gap included.</summary>
    public int Read(ReadOnlySpan<char> text, int start, IWordSink sink)
    {
        position = start;
        var at = 0;
        while (at < text.Length)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var width);
            switch (Characters.KindOf(rune))
            {
                case CharacterKind.Word:
                    Append(rune);
                    at += width;
                    break;
                case CharacterKind.Alone:
                    End(sink, continues: false);
                    Append(rune);
                    at += width;
                    End(sink, continues: false);
                    break;
                default:
                    at = Separate(text, at, width, sink);
                    break;
            }
        }

        End(sink, continues: false);
        return position + 1;
    }

    private int Separate(ReadOnlySpan<char> text, int at, int width, IWordSink sink)
    {
        var wasWord = length > 0;
        End(sink, continues: wasWord && IsHyphen(text[at]) && KindAt(text, at + 1) == CharacterKind.Word);
        if (text[at] == '\n')
        {
            position++;
        }

        var isPossessive = wasWord && text[at] is '\'' or '\u2019' && at + 1 < text.Length && text[at + 1] is 's' or 'S'
            && KindAt(text, at + 2) == CharacterKind.Separator;
        return isPossessive ? at + 2 : at + width;
    }

    private static CharacterKind KindAt(ReadOnlySpan<char> text, int at) =>
        at < text.Length && Rune.DecodeFromUtf16(text[at..], out var rune, out _) == System.Buffers.OperationStatus.Done
            ? Characters.KindOf(rune)
            : CharacterKind.Separator;

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private void Append(Rune rune)
    {
        if (rune.IsAscii)
        {
            if (length < LongestWord)
            {
                var c = (char)rune.Value;
                word[length++] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            }

            return;
        }

        if (!folded.TryGetValue(rune.Value, out var letters))
        {
            letters = folded.GetOrAdd(rune.Value, Folding.Of(rune));
        }

        if (length + letters.Length <= LongestWord)
        {
            letters.CopyTo(word.AsSpan(length));
            length += letters.Length;
        }
    }

    private void End(IWordSink sink, bool continues)
    {
        if (length > 0)
        {
            var ended = word.AsSpan(0, length);
            sink.Add(ended, position);
            if (continues || joinedParts > 0)
            {
                Join(ended);
            }

            position++;
            length = 0;
        }

        if (!continues && joinedParts > 0)
        {
            if (joinedParts is > 1 and <= MostJoined && joinedLength <= LongestJoined)
            {
                sink.Add(joined.AsSpan(0, joinedLength), joinedAt);
            }

            joinedParts = 0;
        }
    }

    private void Join(ReadOnlySpan<char> part)
    {
        if (joinedParts == 0)
        {
            (joinedAt, joinedLength) = (position, 0);
        }

        // A chain with a number in it is a date or a version: more parts than fit, so that it is not joined.
        joinedParts += part.ContainsAnyInRange('0', '9') ? MostJoined + 1 : 1;
        if (joinedParts <= MostJoined)
        {
            part.CopyTo(joined.AsSpan(joinedLength));
            joinedLength += part.Length;
        }
    }
}
