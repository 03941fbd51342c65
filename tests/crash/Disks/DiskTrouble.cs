using System.Diagnostics;
using Connector.Tests.Support;

namespace Connector.Crash.Disks;

/// <summary>Something a disk can do to a sidecar for a while.</summary>
internal sealed record DiskTrouble(string Name, string Data, Action Begin, Action End)
{
    public static DiskTrouble Full(TinyDisk disk) => new("disk full", disk.FullPath, () => disk.Fill(), disk.Free);

    /// <summary>Null where files cannot be made so; a permission would not stop root, nor one who has opened the file already.</summary>
    public static DiskTrouble? ReadOnly(string data)
    {
        var probe = Path.Combine(data, "probe");
        File.WriteAllText(probe, "");
        if (!SetImmutable(true, probe)) return null;

        SetImmutable(false, probe);
        File.Delete(probe);
        return new DiskTrouble("database file read-only", data, () => SetImmutable(true, Files(data)), () => SetImmutable(false, Files(data)));
    }

    private static string[] Files(string data) => Directory.GetFiles(data, "connector.db*");

    private static bool SetImmutable(bool immutable, params string[] files)
    {
        try
        {
            using var change = Process.Start(new ProcessStartInfo("chattr", [immutable ? "+i" : "-i", .. files]) { RedirectStandardError = true })!;
            change.WaitForExit();
            return change.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
