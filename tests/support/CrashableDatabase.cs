using Connector.Common;
using Connector.Storage;

namespace Connector.Tests.Support;

/// <summary>
/// The real database, until the power goes: from then on nothing more reaches the disk, whatever the process still tries.
/// </summary>
internal sealed class CrashableDatabase : Database
{
    private readonly Database _inner;
    private volatile bool _isOff;

    public CrashableDatabase(Database inner)
    {
        _inner = inner;
        inner.Announced += Announce;
    }

    public void PowerOff() => _isOff = true;

    public override bool IsShared => _inner.IsShared;

    public override T Read<T>(Func<Sql, T> read) => _inner.Read(read);

    public override Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind) => _isOff
        ? Task.FromException<T>(new StorageUnavailableException("The power is off.") { IsFinal = true })
        : _inner.WriteAsync(write, kind);

    public override void Tell(string topic) => _inner.Tell(topic);

    public override Task ListenAsync(CancellationToken stop) => _inner.ListenAsync(stop);

    public override Task<T> AloneAsync<T>(string what, Func<Task<T>> act, CancellationToken cancellation) =>
        _inner.AloneAsync(what, act, cancellation);

    // The container that made the real one disposes of it.
    public override Task ClearDeletedAsync() => _inner.ClearDeletedAsync();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
