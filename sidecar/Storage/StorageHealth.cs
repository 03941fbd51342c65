using Microsoft.Data.Sqlite;

namespace Connector.Storage;

/// <summary>The state of the disk after the last write: healthy, refusing writes, or broken.</summary>
internal sealed partial class StorageHealth(ILogger<StorageHealth> logger)
{
    public const string Broken =
        "The disk failed to confirm a write. The sidecar is stopping; its next start recovers everything it has confirmed.";

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26;
    private const int FsyncFailed = IoError | (4 << 8), DirectoryFsyncFailed = IoError | (5 << 8);

    private volatile string? _problem;

    /// <summary>Why the last write failed; null when it succeeded.</summary>
    public string? Problem => _problem;

    /// <summary>
    /// True after a failed fsync: the kernel may have dropped the data, so only a restart that reads the log can be trusted.
    /// </summary>
    public bool IsBroken { get; private set; }

    /// <summary>Runs once when <see cref="IsBroken"/> becomes true.</summary>
    public Action OnBroken { get; set; } = () => { };

    public void Succeeded()
    {
        if (_problem is null) return;
        _problem = null;
        Log.Recovered(logger);
    }

    public void Failed(SqliteException error)
    {
        if (_problem is null) Log.Refused(logger, Describe(error), error.SqliteExtendedErrorCode);
        _problem = Describe(error);
        if (IsBroken || error.SqliteExtendedErrorCode is not (FsyncFailed or DirectoryFsyncFailed)) return;
        IsBroken = true;
        Log.Ends(logger);
        OnBroken();
    }

    public static bool IsDiskFailure(Exception error) =>
        error is SqliteException { SqliteErrorCode: Busy or ReadOnly or IoError or Corrupt or Full or CantOpen or NotADatabase };

    public static string Describe(SqliteException error) => error.SqliteErrorCode switch
    {
        Full => "The disk is full.",
        ReadOnly => "The database file is read-only.",
        CantOpen => "The database file cannot be opened.",
        Busy => "Another program holds the database file.",
        Corrupt or NotADatabase => "The database file is damaged.",
        _ => "The disk reported an error.",
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be stored: {Problem} (SQLite {Code}) Requests that write get 503. "
            + "Nothing that was confirmed is lost; writing goes on without a restart when the cause is gone.")]
        public static partial void Refused(ILogger logger, string problem, int code);

        [LoggerMessage(Level = LogLevel.Information, Message = "The database can be written again; everything goes on.")]
        public static partial void Recovered(ILogger logger);

        [LoggerMessage(Level = LogLevel.Critical, Message = "The disk failed to confirm a write, so the process ends with exit code 74: "
            + "only a new start knows what is on disk. Check the disk, and start it again if nothing does so by itself.")]
        public static partial void Ends(ILogger logger);
    }
}
