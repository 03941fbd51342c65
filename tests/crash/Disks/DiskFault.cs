using System.Diagnostics;
using Connector.Tests.Support;

namespace Connector.Crash.Disks;

/// <summary>A fault of a disk that begins and ends.</summary>
internal sealed record DiskFault(string Name, string Data, Action Begin, Action End)
{
    public static DiskFault Full(TinyDisk disk) => new("disk full", disk.FullPath, () => disk.Fill(), disk.Free);

    /// <summary>Null where files cannot be made immutable; permissions would not stop root, nor a process that has the file open.</summary>
    public static DiskFault? ReadOnly(string data)
    {
        var probe = Path.Combine(data, "probe");
        File.WriteAllText(probe, "");
        if (!SetImmutable(true, probe)) return null;

        SetImmutable(false, probe);
        File.Delete(probe);
        return new DiskFault(
            "database file read-only", data, () => SetImmutable(true, Files(data)), () => SetImmutable(false, Files(data)));
    }

    private static string[] Files(string data) => Directory.GetFiles(data, "connector.db*");

    private static bool SetImmutable(bool immutable, params string[] files)
    {
        try
        {
            using var change = Process.Start(
                new ProcessStartInfo("chattr", [immutable ? "+i" : "-i", .. files]) { RedirectStandardError = true })!;
            change.WaitForExit();
            return change.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
