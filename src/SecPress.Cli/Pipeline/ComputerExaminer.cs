using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SecPress.Mailing.Preflight;
using SecPress.Model.Settings;
using SecPress.Publishing;
using SecPress.Publishing.Images;

namespace SecPress.Cli.Pipeline;

/// <summary>Looks at the computer that a site is made on.</summary>
internal static class ComputerExaminer
{
    private const long LeastSpace = 50_000_000;
    private const long GoodSpace = 1_000_000_000;

    public static ImmutableArray<Finding> Examine(SiteSettings settings, string siteFolder) =>
        [Output(Path.Combine(siteFolder, "output")), Space(siteFolder), Zones(settings), Images()];

    private static Finding Output(string folder)
    {
        const string subject = "output";
        var standing = folder;
        while (!Directory.Exists(standing) && Path.GetDirectoryName(standing) is { } above)
        {
            standing = above;
        }

        try
        {
            using var probe = new FileStream(
                Path.Combine(standing, $".secpress-doctor-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose);
            return Finding.Fine(subject, standing == folder ? "output/ may be written" : "output/ can be made");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed(subject, null, $"nothing can be written into {standing}", "Give yourself the right to write there, or build into another folder with --output.");
        }
    }

    private static Finding Space(string folder)
    {
        const string subject = "disk";
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            var seen = $"{(free / 1_000_000).ToString("N0", CultureInfo.InvariantCulture)} MB free";
            return free < LeastSpace ? Finding.Failed(subject, null, seen, "Make room: a build needs space for a second copy of what changed.")
                : free < GoodSpace ? Finding.Warning(subject, null, seen, "Make room before the disk is full: a build needs space for a second copy of what changed.")
                : Finding.Fine(subject, seen);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Finding.Skipped(subject, "the system does not tell how much is free");
        }
    }

    private static Finding Zones(SiteSettings settings) =>
        Finding.Fine("time zones", $"{settings.TimeZone.Id}, by {DateTimeZoneProviders.Tzdb.VersionId.Split(' ') switch { [_, var version, ..] => version, var other => string.Join(' ', other) }} of the time zone database");

    private static Finding Images() => SkiaLibrary.Fault is { } fault
        ? Finding.Warning(
            "images", PublishingRules.NothingDrawn, $"no image can be drawn: {fault}", "The site is built without smaller pictures and images to share.")
        : Finding.Fine("images", "pictures can be made smaller, and images to share drawn");
}
