using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Connector.Storage;

/// <summary>Keeps what lies in the data directory to its owner; on Windows, where files have no such rights, it does nothing.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] OwnFiles = ["connector.*", "simulator.jsonl*"], OwnFolders = [DataDirectory.KeyRingName, "assets"];

    // Symbolic links are left alone: what they lead to may belong to something else.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>From now on this process makes files and folders that only its own user may open.</summary>
    public static void MakeThemTheRule()
    {
        if (!OperatingSystem.IsWindows()) _ = Umask(0b000_111_111);
    }

    /// <summary>Takes other users' rights from the files and folders that are the sidecar's own, and from nothing else.</summary>
    public static void Close(string dataDirectory)
    {
        if (OperatingSystem.IsWindows()) return;

        var folder = new DirectoryInfo(dataDirectory);
        var files = OwnFiles.SelectMany(name => folder.EnumerateFileSystemInfos(name, SearchOption.TopDirectoryOnly));
        var folders = OwnFolders.Select(name => new DirectoryInfo(Path.Combine(dataDirectory, name))).Where(own => own.Exists);
        foreach (var entry in files.Concat(folders).Concat(folders.SelectMany(own => own.EnumerateFileSystemInfos("*", Everything))))
            Close(entry);
    }

    /// <summary>That others may look into the directory itself, which is not changed: it may be wanted, as for a backup program.</summary>
    public static IEnumerable<string> Warnings(string dataDirectory)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(dataDirectory) & ~Owner) == 0) yield break;

        yield return $"Other users of this machine may open the data directory {dataDirectory} (mode {Octal(dataDirectory)}). "
            + $"Close it: chmod 700 {dataDirectory}";
    }

    [UnsupportedOSPlatform("windows")]
    private static void Close(FileSystemInfo entry)
    {
        if (entry.LinkTarget is not null || (entry.UnixFileMode & ~Owner) == 0) return;
        try
        {
            entry.UnixFileMode &= Owner;
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to another user, who alone may change it; whether it can be used shows when it is opened.
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static string Octal(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint Umask(uint mask);
}
