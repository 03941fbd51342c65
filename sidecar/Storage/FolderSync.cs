using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Connector.Storage;

/// <summary>Makes the names in a folder as durable as the files they belong to.</summary>
internal static class FolderSync
{
    /// <summary>
    /// After a power cut a renamed file exists only if its folder was flushed as well: https://lwn.net/Articles/457667/
    /// </summary>
    public static void Flush(string path)
    {
        // Windows has no such call and needs none: NTFS keeps a journal of names.
        if (OperatingSystem.IsWindows()) return;

        using var folder = Open(path, 0);
        if (folder.IsInvalid) throw new IOException($"The folder {path} cannot be opened. Check that it exists and may be read.");
        RandomAccess.FlushToDisk(folder);
    }

    // .NET opens files only.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int readOnly);
}
