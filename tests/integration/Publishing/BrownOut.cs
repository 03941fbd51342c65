using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Publishing.Worker;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>An account with a full queue, in virtual time, and a Pinterest that fails as ordered.</summary>
internal sealed class BrownOut : IAsyncDisposable
{
    private static readonly string[] Boards = ["Home decor", "Recipes", "Travel ideas"];

    private readonly AccountWorker _worker;
    private volatile TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrownOut(SidecarApp app, string account)
    {
        (App, Account) = (app, account);
        _worker = app.Services.GetRequiredService<AccountWorkers>().Of(account);
        _worker.Idle += _ => Interlocked.Exchange(ref _idle, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        _worker.Wake();
    }

    public SidecarApp App { get; }

    public string Account { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    private ManualClock Clock => App.Clock!;

    public AccountRow Row => App.Services.GetRequiredService<AccountStore>().Find(Account)!;

    /// <summary>The times of all creates so far.</summary>
    public List<DateTimeOffset> Creates => Query<DateTimeOffset>("select started_at from attempts order by started_at");

    public List<DateTimeOffset> Published =>
        Query<DateTimeOffset>("select published_at from pins where status = 'published' order by published_at");

    /// <param name="pins">How many wait.</param>
    /// <param name="limit">How many creates Pinterest lets the account make in a minute.</param>
    public static async Task<BrownOut> StartAsync(int pins, int limit = 100)
    {
        var app = await SidecarApp.StartAsync(new ManualClock(), null, $"Connector:Pacing:OrgWrite={limit}");
        app.Services.GetRequiredService<CallLimiter>().Limits = new SimulatorLimits { OrgWritePerMinute = limit };
        var account = await app.FirstAccountAsync();
        await app.UnhurryAsync(account);
        await app.PostAsync($"/v1/accounts/{account}/hold");
        foreach (var batch in Enumerable.Range(0, pins).Chunk(100))
            await app.PostAsync("/v1/pins/batch", new { pins = batch.Select(Pin) });
        await app.PostAsync($"/v1/accounts/{account}/resume");
        return new BrownOut(app, account);
    }

    /// <summary>From now on these faults strike, each with that probability.</summary>
    public void Fail(string operation, double probability, int seed, params string[] faults)
    {
        foreach (var (index, fault) in faults.Index())
        {
            App.Services.GetRequiredService<ActiveFaults>().Add(new FaultRule("simulator", fault)
            {
                Operation = operation,
                Times = int.MaxValue,
                Probability = probability,
                Seed = seed * faults.Length + index,
            });
        }
    }

    public void Recover() => App.Services.GetRequiredService<ActiveFaults>().Clear();

    public Task RunAsync(TimeSpan time) => RunUntilAsync(Now + time);

    /// <summary>Lets the worker work until that time; then the clock stands there.</summary>
    public async Task RunUntilAsync(DateTimeOffset time)
    {
        while (await NextAsync() is { } next && next <= time) Clock.AdvanceTo(next);
        Clock.AdvanceTo(time);
    }

    /// <summary>Lets the worker work until nothing is left to be done; returns how long that took.</summary>
    public async Task<TimeSpan> RunOutAsync()
    {
        var start = Now;
        while (await NextAsync() is { } next) Clock.AdvanceTo(next);
        return Now - start;
    }

    private static JsonObject Pin(int number) => SidecarApp.Pin(
        ("board", Boards[number % Boards.Length]), ("title", $"Lamp {number}"), ("link_url", $"https://example.com/lamps/{number}"));

    public List<T> Query<T>(string sql) => App.Services.GetRequiredService<Database>().Read(read => read.Query<T>(sql));

    /// <summary>Waits until nothing happens without time; returns when something will. Answers take no time.</summary>
    private async Task<DateTimeOffset?> NextAsync()
    {
        while (true)
        {
            Task[] signals = [_idle.Task, Clock.TimerSet];
            switch (_worker.PendingAnswers)
            {
                case 0:
                    return _worker.WakeAt;
                // Some answer failed, and what asked for it pauses before it asks again.
                case var pending when Clock.CountShortDelays() >= (pending ?? 1):
                    return Clock.NextTimerAt;
            }

            if (await Task.WhenAny(Task.WhenAny(signals), Task.Delay(WorkerObserver.Timeout)) is not Task<Task>)
                throw new TimeoutException($"The worker awaits {_worker.PendingAnswers?.ToString() ?? "(works)"} answers.");
        }
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
