using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SecPress.Publishing;

/// <summary>A staged file, by its number in the staging folder, that goes to a path; or, without a number, a published one that goes.</summary>
internal readonly record struct JournalStep(string Path, string Sha256, int? Staged);

/// <summary>
/// A decided publish: the steps in their order, and the manifest they lead to. Once it stands on the disk the publish will happen,
/// by this run or the next; until then it has not begun.
/// </summary>
internal sealed record Journal(ImmutableArray<JournalStep> Steps, SiteManifest Manifest)
{
    private const string FirstLine = "SecPress journal 1";
    private const string LastLine = "end";

    /// <summary>Null when the text is not a whole journal.</summary>
    public static Journal? Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || lines[0] != FirstLine || lines[^1] != LastLine)
        {
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<JournalStep>();
        var manifest = new Dictionary<string, OwnFile>(StringComparer.Ordinal);
        foreach (var line in lines[1..^1])
        {
            var parts = line.Split(' ', 4);
            if (parts.Length != 4 || !SiteManifest.IsHash(parts[2]) || OutputPath.Refuse(parts[3]) is not null)
            {
                return null;
            }

            switch (parts[0])
            {
                case "own" when parts[1] == "-" || SiteManifest.IsHash(parts[1]):
                    manifest[parts[3]] = new OwnFile(parts[2], parts[1] == "-" ? null : parts[1]);
                    break;
                case "put" when int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                    steps.Add(new JournalStep(parts[3], parts[2], number));
                    break;
                case "delete":
                    steps.Add(new JournalStep(parts[3], parts[2], null));
                    break;
                default:
                    return null;
            }
        }

        return new Journal(steps.ToImmutable(), new SiteManifest(manifest));
    }

    public override string ToString()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach (var step in Steps)
        {
            var verb = step.Staged is { } number ? $"put {number}" : "delete -";
            text.Append(CultureInfo.InvariantCulture, $"{verb} {step.Sha256} {step.Path}\n");
        }

        foreach (var file in Manifest.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"own {file.Value.Key ?? "-"} {file.Value.Sha256} {file.Key}\n");
        }

        return text.Append(LastLine).Append('\n').ToString();
    }
}
