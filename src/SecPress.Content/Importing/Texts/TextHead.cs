using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Content.Importing.Parts;

namespace SecPress.Content.Importing.Texts;

/// <summary>What stands above the first section of a newsletter as text: mail headers, the title, the day it was sent.</summary>
internal sealed partial class TextHead
{
    private const int LinesToLookAt = 30;

    private TextHead(string title, LocalDate? sent, int bodyStart) => (Title, Sent, BodyStart) = (title, sent, bodyStart);

    public string Title { get; }

    public LocalDate? Sent { get; }

    /// <summary>The index of the first line that belongs to the body.</summary>
    public int BodyStart { get; }

    public static TextHead Read(List<TextLine> lines, DateFinder dates, ImportNotes notes)
    {
        var written = lines.Select((line, index) => (line, index)).Where(l => !l.line.IsBlank).Take(LinesToLookAt).ToList();
        var headers = written.TakeWhile(l => Header().IsMatch(l.line.Trimmed)).ToList();
        if (headers.Count > 1)
        {
            return OfMail(headers, written, dates, notes);
        }

        foreach (var (line, index) in written)
        {
            if (SentIn(line.Trimmed, dates) is { } sent)
            {
                return OfDateLine(written, index, line, sent, notes);
            }
        }

        if (written.Count == 0)
        {
            return new TextHead("", null, 0);
        }

        return new TextHead(written[0].line.Trimmed, null, written[0].index + 1);
    }

    /// <summary>The day that a line such as "Sent on: June 29, 2017" names; null when it says anything else.</summary>
    public static LocalDate? SentIn(string line, DateFinder dates) => dates.Whole(SentPrefix().Replace(line.Trim(), ""));

    private static TextHead OfDateLine(List<(TextLine Line, int Index)> written, int index, TextLine line, LocalDate sent, ImportNotes notes)
    {
        var above = written.TakeWhile(l => l.Index < index).ToList();
        notes.Taken(line.Number, "this is 'sent' in front matter now", line.Trimmed);
        if (above.Count == 0)
        {
            var next = written.Find(l => l.Index > index);
            return next.Line.Text is null ? new TextHead("", sent, index + 1) : new TextHead(next.Line.Trimmed, sent, next.Index + 1);
        }

        foreach (var (left, _) in above.SkipLast(1))
        {
            notes.Left(left.Number, "this stands above the title and was left out", left.Trimmed);
        }

        return new TextHead(above[^1].Line.Trimmed, sent, index + 1);
    }

    private static TextHead OfMail(
        List<(TextLine Line, int Index)> headers, List<(TextLine Line, int Index)> written, DateFinder dates, ImportNotes notes)
    {
        var (title, sent) = ("", (LocalDate?)null);
        foreach (var (line, _) in headers)
        {
            var colon = line.Trimmed.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line.Trimmed[..colon].ToLowerInvariant(), line.Trimmed[(colon + 1)..].Trim());
            if (name is "subject" or "title" && title.Length == 0)
            {
                title = value;
            }
            else if (name is "date" or "sent" or "sent on" && dates.In(value) is [var date, ..])
            {
                sent ??= date.Date;
                notes.Taken(line.Number, "this is 'sent' in front matter now", line.Trimmed);
            }
            else
            {
                notes.Left(line.Number, "this header of a mail was left out", line.Trimmed);
            }
        }

        var start = headers[^1].Index + 1;
        if (title.Length == 0 && written.Count > headers.Count)
        {
            (title, start) = (written[headers.Count].Line.Trimmed, written[headers.Count].Index + 1);
        }

        return new TextHead(title, sent, start);
    }

    [GeneratedRegex(@"^(from|to|cc|bcc|subject|title|date|sent|sent on|reply-to|importance|attachments?)\s*:\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(sent(\s+on)?|date(d)?|published(\s+on)?|issued(\s+on)?|issue\s+date)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SentPrefix();
}
