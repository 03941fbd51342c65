using System.Diagnostics;
using Connector.Crash.Running;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Npgsql;

namespace Connector.Crash.Replicas;

/// <summary>Looks at every account's queue ten times a second, beside all replicas, and at what arrives on Pinterest.</summary>
internal sealed class QueueWatch(Server server, SimulatedPinterest pinterest, Timeline timeline) : IAsyncDisposable
{
    // Pinterest's limit less the margin of 5 %, and the part of it that may go out in a tenth of a minute: see the product's CallWindow.
    private const int InMinute = 95, InTenth = 11, Allowed = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100), Prompt = TimeSpan.FromMilliseconds(500);

    // Longer gaps are written down.
    private static readonly TimeSpan Noted = TimeSpan.FromSeconds(3);

    // Writes, because a database that only answers reads is away: commits wait for the standby.
    private static readonly string Look =
        $"""
        select pg_logical_emit_message(true, 'watch', '');
        with watch as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as at), spent as (
            select account_id, started_at, coalesce(ended_at, watch.at) as ended_at from attempts, watch
            where started_at > watch.at - 120000 and coalesce(outcome, 'unknown') <> 'not_sent'
            union all
            -- such as the beginning of a video's upload
            select account_id, ended_at, ended_at from calls, watch where category = 'org_write' and ended_at > watch.at - 60000
        )
        select a.pinterest_user_id,
            exists (
                select 1 from pins
                where account_id = a.id and status = '{PinStatus.Queued}' and due_at <= watch.at and {PinTransitions.IsMediaReady}),
            (select count(*) from spent where account_id = a.id and started_at > watch.at - 60000),
            (select count(*) from spent where account_id = a.id and started_at > watch.at - 6000),
            (select count(*) from spent where account_id = a.id and ended_at > watch.at - 60000)
        from accounts a, watch
        """;

    private readonly LongestGap _gap = new();
    private NpgsqlConnection? _connection;
    private DateTimeOffset _seenUntil;

    /// <summary>The longest time that an account could send and nothing of it arrived.</summary>
    public TimeSpan Longest => _gap.Longest;

    /// <summary>How long the database was away: it refused connections, or took longer than half a second to commit.</summary>
    public TimeSpan Away { get; private set; }

    public async Task FollowAsync(CancellationToken stop)
    {
        var last = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            var states = await FindStatesAsync();
            var sent = Arrived();
            var span = Stopwatch.GetElapsedTime(last);
            last = Stopwatch.GetTimestamp();
            if (states is not null) NoteEnds(_gap.Add(span, states, sent));
            else
            {
                Away += span;
                _gap.Skip(sent);
            }

            await Task.Delay(Interval, CancellationToken.None);
        }
    }

    private void NoteEnds(IEnumerable<KeyValuePair<string, TimeSpan>> ended)
    {
        foreach (var (account, gap) in ended.Where(each => each.Value > Noted))
            timeline.Note($"nothing came from {account} for {gap.TotalSeconds:0.0} s until now");
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
    }

    /// <summary>What each account can do now; null when the database is away.</summary>
    private async Task<Dictionary<string, QueueState>?> FindStatesAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            if (_connection is null)
            {
                _connection = new NpgsqlConnection(Server.Through(server.Port) + ";Pooling=false;Timeout=1;Command Timeout=1");
                await _connection.OpenAsync();
            }

            var states = new Dictionary<string, QueueState>();
            await using var command = new NpgsqlCommand(Look, _connection);
            await using (var rows = await command.ExecuteReaderAsync())
            {
                await rows.NextResultAsync();
                while (await rows.ReadAsync())
                    states[rows.GetString(0)] = StateOf(rows.GetBoolean(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4));
            }

            return Stopwatch.GetElapsedTime(begun) < Prompt ? states : null;
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException)
        {
            if (_connection is not null) await _connection.DisposeAsync();
            _connection = null;
            return null;
        }
    }

    private static QueueState StateOf(bool isDue, long started, long lately, long ended) => isDue switch
    {
        false => QueueState.Empty,
        _ when started >= InMinute || lately >= InTenth || ended >= Allowed => QueueState.AtLimit,
        _ => QueueState.CanSend,
    };

    /// <summary>Accounts of which a create has arrived since the last look.</summary>
    private HashSet<string> Arrived()
    {
        var requests = pinterest.Requests.Where(request => request.At > _seenUntil).ToList();
        if (requests.Count > 0) _seenUntil = requests.Max(request => request.At);
        return [.. requests.Where(request => request.Operation == "create_pin").Select(request => request.AccountId).OfType<string>()];
    }
}
