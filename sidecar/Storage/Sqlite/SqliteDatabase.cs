using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>One SQLite file: one connection writes and checkpoints, readers open it read-only.</summary>
/// <remarks>
/// SQLite commits one transaction at a time, so more connections would only wait; with one, all waiting writes share a commit.
/// </remarks>
internal sealed class SqliteDatabase : Database
{
    private readonly string _file;
    private readonly SqliteReader _reader;
    private readonly SqliteWriter _writer;

    public SqliteDatabase(DataDirectory directory, StorageHealth health) : this(directory.DatabaseFile, health, directory.IsShared)
    {
    }

    /// <param name="file">The database file.</param>
    /// <param name="health">Is told how writes go.</param>
    /// <param name="isGuest">Another process is the writer: this one only adds a row now and then, and leaves the log to it.</param>
    /// <exception cref="DataDirectoryException">The file is no database, or may not be used.</exception>
    public SqliteDatabase(string file, StorageHealth health, bool isGuest = false)
    {
        SqliteFile.EnsureUsable(file);
        SqliteLibrary.EnsureSafe(SqliteLibrary.Version);
        SqlTypes.Register();
        _file = file;
        _reader = new SqliteReader(file, Counts, health);
        _writer = new SqliteWriter(file, health, Counts, isGuest) { Committed = Announce, Failed = _reader.CloseIdle };
    }

    public SqliteCounts Counts { get; } = new();

    public override T Read<T>(Func<Sql, T> read) => _reader.Read(read);

    public override Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind) => _writer.WriteAsync(write, kind);

    /// <remarks>Deleted rows are overwritten in the log; the file still has them, and the log their earlier states, until this.</remarks>
    public override Task ClearDeletedAsync() => Task.Run(() =>
    {
        using var session = new SqliteSession(_file, SqliteOpenMode.ReadWrite, Counts);
        session.Open();
        session.Run("pragma wal_checkpoint(truncate)");
    });

    public override async ValueTask DisposeAsync()
    {
        // Readers are closed first, so that the writer's last checkpoint can empty the log.
        _reader.Dispose();
        await _writer.DisposeAsync();
    }
}
