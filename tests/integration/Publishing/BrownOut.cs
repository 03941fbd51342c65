using Connector.Accounts;
using Connector.Simulator.Faults;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>An account with a full queue, in virtual time, and a Pinterest that fails as ordered.</summary>
internal sealed class BrownOut : IAsyncDisposable
{
    private static readonly string[] Boards = ["Home decor", "Recipes", "Travel ideas"];

    private BrownOut(SidecarApp app, string account) => (App, Account) = (app, account);

    public SidecarApp App { get; }

    public string Account { get; }

    public DateTimeOffset Now => App.Clock!.GetUtcNow();

    public AccountRow Row => App.Services.GetRequiredService<AccountStore>().Find(Account)!;

    /// <summary>The times of all creates so far.</summary>
    public List<DateTimeOffset> Creates => Query<DateTimeOffset>("select started_at from attempts order by started_at");

    public List<DateTimeOffset> Published =>
        Query<DateTimeOffset>("select published_at from pins where status = 'published' order by published_at");

    public static async Task<BrownOut> StartAsync(int pins, params string[] settings)
    {
        var app = await SidecarApp.StartAsync(new ManualClock(), null, ["Connector:RequestLimit:Burst=1000000", .. settings]);
        var account = await app.FirstAccountAsync();
        await app.UnhurryAsync(account);
        await app.PostAsync($"/v1/accounts/{account}/hold");
        await Parallel.ForAsync(0, pins, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => await app.PublishAsync(
            SidecarApp.Pin(
                ("board", Boards[number % Boards.Length]),
                ("title", $"Lamp {number}"),
                ("link_url", $"https://example.com/lamps/{number}"))));
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
        while (!App.IsAtRest(Account) || App.WakeAt(Account) <= time) await App.StepAsync(Account);
        App.Clock!.AdvanceTo(time);
    }

    /// <summary>Lets the worker work until all pins are published; returns how long that took.</summary>
    public async Task<TimeSpan> RunOutAsync()
    {
        var start = Now;
        while (Query<long>("select count(*) from pins where status <> 'published'")[0] > 0) await App.StepAsync(Account);
        return Now - start;
    }

    public List<T> Query<T>(string sql) => App.Services.GetRequiredService<Database>().Read(read => read.Query<T>(sql));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
