using System.ComponentModel;
using System.Diagnostics;
using SecPress.Web;

namespace SecPress.Cli.Preview;

/// <summary>Opens files of the site in the program that a person edits them with. Nothing but files of the site is opened.</summary>
public sealed class EditorOpener(string siteFolder, EditorCommand editor, Action<string, IReadOnlyList<string>> start)
{
    public OpenedSource Open(string path, int line, int column)
    {
        if (Find(path) is not { } file)
        {
            return new OpenedSource(null, $"there is no file '{path}' in this site");
        }

        if (editor.IsAddress)
        {
            return new OpenedSource(editor.AddressOf(file, line, column), null);
        }

        var (program, arguments) = editor.CommandFor(file, line, column);
        try
        {
            start(program, arguments);
            return OpenedSource.Done;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return new OpenedSource(null, $"'{program}' cannot be started: say with --editor what opens your files");
        }
    }

    /// <summary>Starts a program without a shell, and without waiting for it.</summary>
    public static void Start(string program, IReadOnlyList<string> arguments)
    {
        using var started = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false });
    }

    // As the site's files are named in findings: no way leads out of the folder, by dots or by links.
    private string? Find(string path)
    {
        var isOurs = path == "site.yml"
            || ((path.StartsWith("content/", StringComparison.Ordinal) || path.StartsWith("templates/", StringComparison.Ordinal))
                && path.IndexOfAny(['\\', ':', '\0']) < 0
                && !path.Split('/').Any(part => part is "" or "." or ".."));
        if (!isOurs)
        {
            return null;
        }

        var root = new DirectoryInfo(Path.GetFullPath(siteFolder));
        var file = new FileInfo(Path.Combine(root.FullName, path));
        for (FileSystemInfo? at = file; at is not null && at.FullName != root.FullName; at = Directory.GetParent(at.FullName))
        {
            if (at.LinkTarget is not null)
            {
                return null;
            }
        }

        return file.Exists ? file.FullName : null;
    }
}
