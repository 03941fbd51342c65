using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>What processes on one database tell each other, by NOTIFY: so nobody has to wait until somebody looks.</summary>
/// <remarks>
/// Sent after the commit and many together: inside of transactions it makes all commits of the server wait for each other. It may get lost,
/// so everybody looks by itself too.
/// </remarks>
internal sealed class PostgresNotices(PostgresSource source, Action<string> heard) : IAsyncDisposable
{
    private const string Channel = "connector";
    private const char Between = '\n';

    // The server takes 8,000 bytes, and a topic has up to 40.
    private const int MostTogether = 150;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500), Gathering = TimeSpan.FromMilliseconds(5);

    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private HashSet<string> _waiting = [];
    private Task _sending = Task.CompletedTask;

    /// <summary>Whether anybody listens here: then others may too.</summary>
    private volatile bool _isOne;

    public void Tell(string topic)
    {
        if (!_isOne) return;

        lock (_gate)
        {
            _waiting.Add(topic);
            if (_sending.IsCompleted) _sending = Task.Run(SendAsync);
        }
    }

    /// <summary>Until it is cancelled: passes on what others tell, and twice a second that there may be anything.</summary>
    public Task ListenAsync(CancellationToken stop)
    {
        _isOne = true;
        return Task.WhenAll(FollowAsync(stop), RemindAsync(stop));
    }

    public async ValueTask DisposeAsync()
    {
        _isOne = false;
        await _stop.CancelAsync();
        Task sending;
        lock (_gate) sending = _sending;
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RemindAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stop)) heard(Database.Everything);
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenAsideAsync(stop);
                connection.Notification += (_, notice) => Hear(notice.Payload);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
                // Whatever was told while nobody listened.
                heard(Database.Everything);
                while (true) await connection.WaitAsync(stop);
            }
            catch (Exception error) when (MayGoOn(error))
            {
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static bool MayGoOn(Exception error) =>
        PostgresErrors.IsUnavailable(error) || error is OperationCanceledException or ObjectDisposedException;

    private void Hear(string payload)
    {
        var told = payload.Split(Between);
        if (told[0] == _me) return;
        foreach (var topic in told.AsSpan(1)) heard(topic);
    }

    private async Task SendAsync()
    {
        do
        {
            await Task.Delay(Gathering);
            HashSet<string> topics;
            lock (_gate) (topics, _waiting) = (_waiting, []);
            await SendAsync(topics);
        }
        while (!IsDone());

        bool IsDone()
        {
            lock (_gate)
            {
                if (_waiting.Count > 0 && !_stop.IsCancellationRequested) return false;
                _sending = Task.CompletedTask;
                return true;
            }
        }
    }

    private async Task SendAsync(HashSet<string> topics)
    {
        try
        {
            await using var connection = await source.OpenAsync(_stop.Token);
            foreach (var some in topics.Chunk(MostTogether))
            {
                await using var notify = new NpgsqlCommand("select pg_notify($1, $2)", connection);
                notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
                notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = string.Join(Between, [_me, .. some]) });
                await notify.ExecuteNonQueryAsync(_stop.Token);
            }
        }
        catch (Exception error) when (MayGoOn(error))
        {
            // They look by themselves.
        }
    }
}
