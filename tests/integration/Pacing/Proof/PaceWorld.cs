using Connector.Accounts.Tokens;
using Connector.Pinterest;
using Connector.Publishing.Worker;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Pacing.Proof;

/// <summary>
/// A sidecar and a Pinterest that counts for itself, in virtual time that moves on whenever nobody has anything to do before.
/// </summary>
internal sealed class PaceWorld : IAsyncDisposable
{
    // How long answers take: neither, one, or both. No other timer has such a span.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2.017), Slower = TimeSpan.FromSeconds(2.983);
    // In real time: a test that waits longer is stuck.
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(60);

    private readonly string _data = Directory.CreateTempSubdirectory("connector-pace-").FullName;
    private readonly List<Func<ITimer>> _competitors = [];
    private List<ITimer> _competing = [];
    private readonly List<PacedAccount> _accounts = [];
    private readonly string[] _settings;
    private volatile TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PaceWorld(SidecarApp pinterest, string[] settings) => (Pinterest, _settings) = (pinterest, settings);

    public ManualClock Clock => Pinterest.Clock!;
    public SidecarApp Pinterest { get; }
    public SidecarApp Sidecar { get; private set; } = null!;
    public IReadOnlyList<PacedAccount> Accounts => _accounts;

    public static async Task<PaceWorld> BeginAsync(AccessTier tier)
    {
        var pinterest = await SidecarApp.StartAsync(new ManualClock());
        pinterest.Services.GetRequiredService<CallLimiter>().Limits = new SimulatorLimits { Tier = tier };
        var world = new PaceWorld(pinterest,
        [
            await pinterest.AsTheirPinterestAsync(),
            $"Connector:Pinterest:AccessTier={tier}",
            "Connector:Pacing:BoardsAtOnce=8",
        ]);
        // On Kestrel: the proof starts it again.
        world.Sidecar = await RunningConnector.StartAsync(world.Clock, world._data, world._settings);
        return world;
    }

    /// <summary>Connects an account and holds it until <see cref="ReleaseAsync"/>.</summary>
    public async Task<PacedAccount> OpenAsync(string name, int boards, object settings)
    {
        var id = await Sidecar.SimulatorAccountAsync(name);
        await Sidecar.SetAsync(id, settings);
        await Sidecar.PostAsync($"/v1/accounts/{id}/hold");
        for (var board = 3; board < boards; board++)
            await Sidecar.PostAsync($"/v1/boards?account_id={id}", new { name = $"Board {board}" });
        var ids = (await Sidecar.GetAsync($"/v1/boards?account_id={id}"))["items"]!.AsArray().Select(
            board => (string)board!["id"]!).ToList();
        foreach (var (fault, seed, span) in new[] { ("slow_headers", 1, Slow), ("slow_body", 2, Slower) })
            Pinterest.Services.GetRequiredService<ActiveFaults>().Add(new FaultRule(name, fault)
            {
                Operation = "create_pin",
                Times = int.MaxValue,
                Probability = 0.5,
                Seed = 10 * _accounts.Count + seed,
                Seconds = span.TotalSeconds
            });
        _accounts.Add(new PacedAccount(id, name, ids));
        return _accounts[^1];
    }

    /// <summary>Another tool with the same token: it calls that often, as long as Pinterest lets it.</summary>
    public void Compete(PacedAccount account, TimeSpan every)
    {
        var user = Pinterest.Services.GetRequiredService<SimulatorState>().FindAccount(account.Name)!.Id;
        var limiter = Pinterest.Services.GetRequiredService<CallLimiter>();
        account.HasCompetitor = true;
        _competitors.Add(
            () => Clock.CreateTimer(_ => limiter.Take(user, SimulatorApp.Credentials.AppId, RateCategory.OrgWrite), null, every, every));
    }

    public async Task FillAsync(PacedAccount account, int pins)
    {
        await Parallel.ForAsync(0, pins, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            var board = account.Boards[number % account.Boards.Count];
            await Sidecar.PublishAsync(
                SidecarApp.Pin(("account_id", account.Id), ("board", board), ("title", $"{account.Name} {number}")));
        });
    }

    public async Task ReleaseAsync()
    {
        Watch();
        foreach (var account in _accounts) await Sidecar.PostAsync($"/v1/accounts/{account.Id}/resume");
        _competing = _competitors.ConvertAll(compete => compete());
    }

    /// <summary>Moves time on, from event to event, until that time or until nothing is left to publish.</summary>
    public async Task RunAsync(DateTimeOffset? until = null)
    {
        while (true)
        {
            await QuietAsync();
            if (Clock.NextTimerAt is not { } next || next > until || !IsAnythingLeft()) return;
            Clock.AdvanceTo(next);
        }
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        Sidecar = await RunningConnector.StartAsync(Clock, _data, _settings);
        Watch();
        _competing = _competitors.ConvertAll(compete => compete());
    }

    public List<T> Query<T>(string sql) => Sidecar.Services.GetRequiredService<Database>().Read(read => read.Query<T>(sql));

    private bool IsAnythingLeft() => Query<long>("select exists (select 1 from pins where status in ('scheduled', 'queued')) or exists "
        + "(select 1 from pins where status = 'publishing')")[0] == 1;

    private void Watch()
    {
        foreach (var account in _accounts)
            WorkerOf(account).Idle += _ =>
                Interlocked.Exchange(ref _idle, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private AccountWorker WorkerOf(PacedAccount account) => Sidecar.Services.GetRequiredService<AccountWorkers>().Of(account.Id);

    // Every worker waits, and each answer it waits for is one that the simulated Pinterest holds back.
    private async Task QuietAsync()
    {
        while (true)
        {
            Task[] signals = [_idle.Task, Clock.TimerSet];
            var awaited = _accounts.ConvertAll(account => WorkerOf(account).PendingAnswers);
            if (awaited.TrueForAll(answers => answers is not null) && awaited.Sum() == Clock.Delayed(Slow, Slower)) return;
            if (await Task.WhenAny(Task.WhenAny(signals), Task.Delay(StuckAfter)) is not Task<Task>)
                throw new TimeoutException(
                    $"Workers await {string.Join(", ", awaited.Select(answers => answers?.ToString() ?? "(works)"))} answers, Pinterest "
                        + $"holds back {Clock.Delayed(Slow, Slower)}; next timer in {Clock.NextTimerAt - Clock.GetUtcNow()}.");
        }
    }

    // Time stands still until the workers know of the stop: they would send on, while nobody watches that time waits for their answers.
    private async Task StopAsync()
    {
        foreach (var competitor in _competing) await competitor.DisposeAsync();
        var stopped = Sidecar.DisposeAsync().AsTask();
        while (true)
        {
            var set = Clock.TimerSet;
            if (stopped.IsCompleted || Clock.Delayed(AccountWorkers.Grace) > 0) break;
            await Task.WhenAny(stopped, set);
        }

        await Clock.WaitOutAsync(stopped);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Pinterest.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}

/// <summary>An account of the proof.</summary>
internal sealed record PacedAccount(string Id, string Name, IReadOnlyList<string> Boards)
{
    public bool HasCompetitor { get; set; }
}
