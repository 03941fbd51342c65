using Connector.Storage.Writes;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>Commits whose answer was lost: the server is asked what became of each, and only then is anybody answered.</summary>
internal sealed class PostgresDoubts(PostgresSource source, PostgresHealth health, Action<string> committed) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _open = [];

    public void Add(CommitInDoubtException doubt, IReadOnlyList<QueuedWrite> writes, IReadOnlyList<string> announced)
    {
        health.InDoubt(doubt);
        lock (_gate)
        {
            _open.RemoveWhere(each => each.IsCompleted);
            _open.Add(Task.Run(() => ResolveAsync(doubt, writes, announced)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Task[] open;
        lock (_gate) open = [.. _open];
        await Task.WhenAll(open);
        _stop.Dispose();
    }

    private async Task ResolveAsync(CommitInDoubtException doubt, IReadOnlyList<QueuedWrite> writes, IReadOnlyList<string> announced)
    {
        var isStored = await IsStoredAsync(doubt.TransactionId);
        foreach (var write in writes)
        {
            if (!isStored) write.Fail(PostgresErrors.Unavailable(doubt.InnerException!));
            write.Complete();
        }

        foreach (var topic in isStored ? announced : []) committed(topic);
    }

    /// <summary>Asks until there is an answer; a stop is answered like a failure, as a crash would be.</summary>
    private async Task<bool> IsStoredAsync(string transactionId)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenAsync(_stop.Token);
                await using var command = new NpgsqlCommand("select pg_xact_status($1::xid8)", connection);
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = transactionId });
                var status = await command.ExecuteScalarAsync(_stop.Token) as string;
                // The server may not have noticed yet that the connection is gone, or wait for its standby.
                if (status is not "in progress") return status is "committed";
            }
            catch (PostgresException error) when (!PostgresErrors.IsUnavailable(error))
            {
                // It never saw the transaction: another server took over that was behind.
                return false;
            }
            catch (Exception error) when (PostgresErrors.IsUnavailable(error) || error is OperationCanceledException)
            {
                // Asked again.
            }

            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }
}
