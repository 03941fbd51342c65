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
        var isStored = await IsStoredAsync(doubt.Mark);
        foreach (var write in writes)
        {
            if (!isStored) write.Fail(PostgresErrors.Unavailable(doubt.InnerException!));
            write.Complete();
        }

        foreach (var topic in isStored ? announced : []) committed(topic);
    }

    /// <summary>Asks until there is an answer; a stop is answered like a failure, as a crash would be.</summary>
    private async Task<bool> IsStoredAsync(WriteMark mark)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                return await AskAsync(mark);
            }
            catch (Exception error) when (PostgresErrors.IsUnavailable(error) || error is OperationCanceledException)
            {
                // Asked again.
            }

            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    /// <summary>
    /// Writes the same mark: while the transaction is under way, that waits for its end; where it is not committed, it never will be.
    /// </summary>
    private async Task<bool> AskAsync(WriteMark mark)
    {
        await using var connection = await source.OpenAsync(_stop.Token);
        await using var deny = new NpgsqlCommand(
            "insert into write_marks (writer, number, is_denied) values ($1, $2, 1) on conflict do nothing", connection);
        await using var ask = new NpgsqlCommand("select is_denied from write_marks where writer = $1 and number = $2", connection);
        foreach (var command in (NpgsqlCommand[])[deny, ask])
        {
            command.CommandTimeout = 0;
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = mark.Writer });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = mark.Number });
        }

        await deny.ExecuteNonQueryAsync(_stop.Token);
        return await ask.ExecuteScalarAsync(_stop.Token) is 0;
    }
}
