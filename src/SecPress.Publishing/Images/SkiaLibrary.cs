using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>
/// The native library that draws. The published program is one file and carries it inside, compressed; elsewhere the package's own
/// stands beside the program, and the system finds it. It is loaded when something is to be drawn and not before.
/// </summary>
public static class SkiaLibrary
{
    private const string Resource = "native/libSkiaSharp";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly Lazy<string?> Loaded = new(Load);
    private static IntPtr handle;

    /// <summary>Why nothing can be drawn on this machine, as the end of a sentence; null when it can.</summary>
    public static string? Fault => Loaded.Value;

    private static string? Load()
    {
        try
        {
            if (Carried() is { } carried)
            {
                handle = carried;
                NativeLibrary.SetDllImportResolver(typeof(SKBitmap).Assembly, (name, _, _) => name == "libSkiaSharp" ? handle : IntPtr.Zero);
            }

            // The first call that needs it: SkiaSharp compares the library's version with its own.
            using var probe = new SKBitmap(1, 1);
            return null;
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            return Sentence(e);
        }
    }

    /// <summary>The library that the program carries; null when it carries none.</summary>
    private static IntPtr? Carried()
    {
        var program = Assembly.GetEntryAssembly();
        using var hash = program?.GetManifestResourceStream(Resource + ".sha256");
        if (hash is null || OperatingSystem.IsWindows())
        {
            return null;
        }

        using var reader = new StreamReader(hash);
        var sha256 = reader.ReadToEnd();
        return FromCache(program!, sha256) ?? FromTemporaryFolder(program!, sha256);
    }

    // A folder of the user's own: nobody else can put another library there, and what a crash or a fault of the disk left is told by its hash.
    [UnsupportedOSPlatform("windows")]
    private static IntPtr? FromCache(Assembly program, string sha256)
    {
        try
        {
            if (CacheFolder() is not { } cache)
            {
                return null;
            }

            Directory.CreateDirectory(cache, OwnerOnly);
            File.SetUnixFileMode(cache, OwnerOnly);
            var file = Path.Combine(cache, $"libSkiaSharp.{sha256[..16]}.so");
            if (!File.Exists(file) || Hash(file) != sha256)
            {
                var part = Path.Combine(cache, Path.GetRandomFileName());
                Unpack(program, part);
                File.Move(part, file, overwrite: true);
            }

            return Hash(file) == sha256 ? NativeLibrary.Load(file) : null;
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            return null;
        }
    }

    // For a user without a home, or with one that programs cannot be run from. A loaded library needs its file no longer.
    [UnsupportedOSPlatform("windows")]
    private static IntPtr FromTemporaryFolder(Assembly program, string sha256)
    {
        var folder = Directory.CreateTempSubdirectory("secpress-");
        try
        {
            var file = Path.Combine(folder.FullName, "libSkiaSharp.so");
            Unpack(program, file);
            return Hash(file) == sha256 ? NativeLibrary.Load(file) : throw new IOException("the disk did not keep what was written to it");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>As the XDG base directory specification has it; null when there is none.</summary>
    private static string? CacheFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!Path.IsPathFullyQualified(cache ?? ""))
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            cache = home.Length == 0 ? null : Path.Combine(home, ".cache");
        }

        return cache is null ? null : Path.Combine(cache, "secpress");
    }

    [UnsupportedOSPlatform("windows")]
    private static void Unpack(Assembly program, string path)
    {
        using var packed = program.GetManifestResourceStream(Resource + ".gz")!;
        using var unpacker = new GZipStream(packed, CompressionMode.Decompress);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        });
        unpacker.CopyTo(file);
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static bool IsOfTheMachine(Exception e) => e
        is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException
        or IOException or UnauthorizedAccessException or InvalidOperationException or PlatformNotSupportedException;

    private static string Sentence(Exception e)
    {
        var message = (e.GetBaseException().Message.Split('\n')[0]).Trim().TrimEnd('.');
        return message.Length == 0 ? e.GetType().Name : message;
    }
}
