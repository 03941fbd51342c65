using System.Diagnostics;

namespace Connector.Tests.Support;

/// <summary>A disk of a few megabytes that a test can fill up and free again; needs Linux and root, as in CI.</summary>
public sealed class TinyDisk : IDisposable
{
    public const string Unavailable = "A small file system cannot be mounted here; that needs Linux and root.";

    private TinyDisk(string path) => FullPath = path;

    public string FullPath { get; }

    private string Ballast => Path.Combine(FullPath, "ballast");

    /// <summary>Null where it cannot be had.</summary>
    public static TinyDisk? TryMount(int megabytes)
    {
        if (!OperatingSystem.IsLinux()) return null;

        var path = Directory.CreateTempSubdirectory("connector-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path)) return new TinyDisk(path);

        Directory.Delete(path);
        return null;
    }

    /// <summary>Leaves so many bytes free, none without a number.</summary>
    public void Fill(long leaving = 0)
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (new DriveInfo(FullPath).AvailableFreeSpace > leaving) file.Write(page);
        }
        catch (IOException)
        {
            // Full, which is what was wanted.
        }
    }

    public void Free() => File.Delete(Ballast);

    public bool SetReadOnly(bool readOnly) => Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", FullPath);

    public void Dispose()
    {
        Run("umount", "-l", FullPath);
        Directory.Delete(FullPath);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
