using System.Text;

namespace SecPress.Mailing.Subscribers;

/// <summary>
/// Rows of RFC 4180 text as they come, one in memory at a time. Quoted fields may hold separators, quotes and line breaks; lines end
/// in CRLF, LF or CR; empty lines are passed over.
/// </summary>
internal sealed class CsvReader(TextReader text, char separator)
{
    // A quote that is never closed would otherwise take the rest of the file into one field.
    private const int LongestRow = 1 << 20;

    private readonly char[] buffer = new char[1 << 16];
    private readonly List<string> fields = [];
    private readonly StringBuilder field = new();
    private int length;
    private int at;
    private int line = 1;

    /// <summary>The line the last row began on, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next row, valid until the next call; null at the end.</summary>
    /// <exception cref="FormatException">A quote is not closed, so nothing after it can be told apart.</exception>
    public IReadOnlyList<string>? Read()
    {
        while (Peek() is var next and >= 0)
        {
            if (next is '\r' or '\n')
            {
                TakeLineBreak();
                continue;
            }

            Line = line;
            fields.Clear();
            do
            {
                fields.Add(ReadField());
            }
            while (TrySkip(separator));
            if (Peek() >= 0)
            {
                TakeLineBreak();
            }

            return fields;
        }

        return null;
    }

    private string ReadField()
    {
        // Blanks before a quote, as people write them, are no part of the field.
        field.Clear();
        while (TrySkip(' '))
        {
            field.Append(' ');
        }

        if (!TrySkip('"'))
        {
            AppendPlain();
            return field.ToString();
        }

        field.Clear();

        while (true)
        {
            var next = Peek();
            if (next < 0 || field.Length > LongestRow)
            {
                throw new FormatException("a quote is opened and never closed");
            }

            if (next is '\r' or '\n')
            {
                TakeLineBreak();
                field.Append('\n');
            }
            else if (next == '"')
            {
                at++;
                if (!TrySkip('"'))
                {
                    // What follows a closing quote, as some programs write it, belongs to the field.
                    AppendPlain();
                    return field.ToString();
                }

                field.Append('"');
            }
            else
            {
                field.Append((char)next);
                at++;
            }
        }
    }

    private void AppendPlain()
    {
        while (Peek() is var next and >= 0 && next != separator && next is not ('\r' or '\n'))
        {
            field.Append((char)next);
            at++;
        }
    }

    private bool TrySkip(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        at++;
        return true;
    }

    private void TakeLineBreak()
    {
        var first = Peek();
        at++;
        if (first == '\r')
        {
            TrySkip('\n');
        }

        line++;
    }

    private int Peek()
    {
        if (at == length)
        {
            (at, length) = (0, text.Read(buffer, 0, buffer.Length));
            if (length == 0)
            {
                return -1;
            }
        }

        return buffer[at];
    }
}
