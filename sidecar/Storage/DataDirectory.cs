using System.Globalization;
using Microsoft.Extensions.Options;

namespace Connector.Storage;

/// <summary>The directory of one sidecar, held by an operating-system lock for as long as the process lives.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    public DataDirectory(IOptions<StorageOptions> options)
    {
        FullPath = Path.GetFullPath(options.Value.DataDirectory);
        CreatePrivate(FullPath);
        _lock = Hold();
    }

    public string FullPath { get; }

    public string DatabaseFile => Path.Combine(FullPath, "connector.db");

    public string KeyRing => CreatePrivate(Path.Combine(FullPath, "keys"));

    public long FreeBytes => new DriveInfo(FullPath).AvailableFreeSpace;

    public void Dispose() => _lock.Dispose();

    private FileStream Hold()
    {
        var holder = Path.Combine(FullPath, "connector.pid");
        try
        {
            var held = new FileStream(Path.Combine(FullPath, "connector.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return held;
        }
        catch (IOException error)
        {
            var who = File.Exists(holder) ? $"process {File.ReadAllText(holder)}" : "another process";
            throw new DataDirectoryInUseException($"The data directory {FullPath} is in use by {who}. Stop it first, or choose another with Connector__DataDirectory.", error);
        }
    }

    private static string CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}

/// <summary>Another process holds the data directory.</summary>
internal sealed class DataDirectoryInUseException(string message, Exception inner) : Exception(message, inner);
