using System.Text;

namespace SecPress.Tests.Rendering.Calendar;

/// <summary>Reads RFC 5545 as strictly as it is written, independently of the writer.</summary>
internal static class CalendarReader
{
    /// <summary>Unfolded content lines; fails on a line break that is none, or a line of more than 75 octets.</summary>
    public static List<string> Lines(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var raw = text[..^2].Split("\r\n");
        var lines = new List<string>();
        foreach (var line in raw)
        {
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\r', line);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75);
            if (line[0] == ' ')
            {
                lines[^1] += line[1..];
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>The text that a value of type TEXT stands for.</summary>
    public static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            text.Append(value[i] != '\\' ? value[i] : value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }
}
