using System.Globalization;
using System.Text;

namespace SecPress.Cli.Preview;

/// <summary>
/// How a file is opened at a line: an address that the browser follows (<c>vscode://file/{file}:{line}:{column}</c>) or a command line.
/// In both <c>{file}</c>, <c>{line}</c> and <c>{column}</c> stand for what is opened; a command that names none of them gets what its
/// program is known to take.
/// </summary>
public sealed class EditorCommand
{
    private const string Otherwise = "vscode://file{file}:{line}:{column}";

    private readonly string template;

    private EditorCommand(string template) => this.template = template;

    /// <summary>Whether the browser opens it.</summary>
    public bool IsAddress => template.Contains("://", StringComparison.Ordinal);

    /// <summary>
    /// What was given; or else what the environment names, programs apart that need a terminal: the one this runs in is not theirs.
    /// </summary>
    public static EditorCommand Choose(string? given, Func<string, string?> environment)
    {
        var named = new[] { given, environment("SECPRESS_EDITOR") }.FirstOrDefault(e => !string.IsNullOrWhiteSpace(e))
            ?? new[] { environment("VISUAL"), environment("EDITOR") }.FirstOrDefault(e => !string.IsNullOrWhiteSpace(e) && HasWindow(e));
        return new EditorCommand(named ?? Otherwise);
    }

    public string AddressOf(string file, int line, int column)
    {
        var slashes = file.Replace('\\', '/');
        return Fill(template, string.Join('/', (slashes.StartsWith('/') ? slashes : "/" + slashes).Split('/').Select(Uri.EscapeDataString)), line, column);
    }

    public (string Program, IReadOnlyList<string> Arguments) CommandFor(string file, int line, int column)
    {
        var words = Words(template);
        var arguments = words[1..];
        if (!template.Contains("{file}", StringComparison.Ordinal))
        {
            arguments.AddRange(KnownArguments(words[0]));
        }

        return (words[0], [.. arguments.Select(a => Fill(a, file, line, column))]);
    }

    private static bool HasWindow(string command) =>
        NameOf(Words(command)[0]) is not ("vi" or "vim" or "nvim" or "nano" or "pico" or "emacs" or "emacsclient" or "ed" or "ex" or "joe" or "jed" or "mg"
            or "micro" or "helix" or "hx" or "kak" or "ne" or "mcedit" or "editor" or "sensible-editor");

    private static string[] KnownArguments(string program) => NameOf(program) switch
    {
        "code" or "code-insiders" or "codium" or "cursor" or "windsurf" => ["--goto", "{file}:{line}:{column}"],
        "subl" or "sublime_text" or "zed" or "lapce" => ["{file}:{line}:{column}"],
        "gedit" or "gnome-text-editor" or "gvim" or "mvim" or "xed" or "pluma" => ["+{line}", "{file}"],
        "kate" or "kwrite" => ["--line", "{line}", "--column", "{column}", "{file}"],
        "idea" or "webstorm" or "rider" or "mate" => ["--line", "{line}", "{file}"],
        "notepad++" => ["-n{line}", "-c{column}", "{file}"],
        _ => ["{file}"],
    };

    private static string NameOf(string program)
    {
        var name = program[(program.LastIndexOfAny(['/', '\\']) + 1)..];
        return (name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name).ToLowerInvariant();
    }

    // In one pass: a file may be named {line}.
    private static string Fill(string text, string file, int line, int column)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var (name, value) = rest switch
            {
                _ when rest.StartsWith("{file}") => ("{file}", file),
                _ when rest.StartsWith("{line}") => ("{line}", line.ToString(CultureInfo.InvariantCulture)),
                _ when rest.StartsWith("{column}") => ("{column}", column.ToString(CultureInfo.InvariantCulture)),
                _ => (" ", text[at].ToString()),
            };
            filled.Append(value);
            at += name.Length;
        }

        return filled.ToString();
    }

    // As a shell splits a line, quotes apart from which nothing is special.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        foreach (var c in line)
        {
            if (quote == '\0' && c is '"' or '\'')
            {
                (quote, isWord) = quote == '\0' ? (c, true) : (quote, isWord);
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }

                isWord = false;
            }
            else
            {
                word.Append(c);
                isWord = true;
            }
        }

        if (isWord)
        {
            words.Add(word.ToString());
        }

        return words is [] ? [""] : words;
    }
}
