using System.Globalization;
using Microsoft.Extensions.Options;

namespace Connector.Storage;

/// <summary>The directory of one sidecar, held by an operating-system lock for as long as the process runs.</summary>
/// <remarks>With PostgreSQL there is no database in it, so several may have it together, and nothing is locked.</remarks>
internal sealed class DataDirectory : IDisposable
{
    public const string DatabaseName = "connector.db", KeyRingName = "keys";

    private readonly bool _holdsDatabase;
    private readonly FileStream? _lock;

    public DataDirectory(IOptions<StorageOptions> options) : this(options, mayShare: false)
    {
    }

    private DataDirectory(IOptions<StorageOptions> options, bool mayShare)
    {
        FullPath = Path.GetFullPath(options.Value.DataDirectory);
        try
        {
            CreatePrivate(FullPath);
            _holdsDatabase = !options.Value.Database.IsPostgres;
            if (_holdsDatabase) MovedMark.EnsureNone(FullPath);
            if (_holdsDatabase) _lock = TakeLock();
        }
        catch (IOException error) when (IsLocked(error))
        {
            if (mayShare) return;
            throw new DataDirectoryException(
                $"The data directory {FullPath} is in use by {LockHolder()}. Stop it first, or choose another with "
                    + "Connector__DataDirectory.", error)
            { IsInUse = true };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataDirectoryException(
                $"The data directory {FullPath} cannot be used: {error.Message} Make it writable, or choose another with "
                    + "Connector__DataDirectory.", error);
        }
    }

    /// <summary>Another process holds the directory, and this one adds to its database.</summary>
    public bool IsShared => _holdsDatabase && _lock is null;

    public string FullPath { get; }

    public string DatabaseFile => Path.Combine(FullPath, DatabaseName);

    public string KeyRing => CreatePrivate(Path.Combine(FullPath, KeyRingName));

    public long FreeBytes => new DriveInfo(FullPath).AvailableFreeSpace;

    private string HolderFile => Path.Combine(FullPath, "connector.pid");

    /// <summary>Takes the directory if it is free, or else joins the sidecar that holds it: for the command that makes keys.</summary>
    public static DataDirectory OpenOrJoin(IOptions<StorageOptions> options) => new(options, mayShare: true);

    public void Dispose() => _lock?.Dispose();

    private FileStream TakeLock()
    {
        var held = new FileStream(Path.Combine(FullPath, "connector.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            File.WriteAllText(HolderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // The file only says who holds the lock; a full disk must not prevent the start.
        }

        return held;
    }

    // The error codes of a lock that another process holds: EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.
    private static bool IsLocked(IOException error) => (error.HResult & 0xFFFF) is 11 or 35 or 32;

    private string LockHolder() =>
        File.Exists(HolderFile) && File.ReadAllText(HolderFile) is { Length: > 0 } id ? $"process {id}" : "another process";

    /// <summary>Creates a directory that other users of the machine cannot read.</summary>
    public static string CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}

/// <summary>The data directory cannot be used: another process holds it, or it cannot be written.</summary>
internal sealed class DataDirectoryException(string message, Exception? inner = null) : Exception(message, inner)
{
    public bool IsInUse { get; init; }
}
