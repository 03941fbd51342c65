using System.Text.Json.Nodes;
using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.State;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>One thing that happens to a sidecar; what it means depends on the argument and on what has happened before.</summary>
public sealed record Act(string Kind, int Argument)
{
    public override string ToString() => $"{Kind}({Argument})";
}

/// <summary>
/// Plays acts against a whole sidecar in virtual time, then lets everything come to rest and checks what must always hold.
/// </summary>
internal sealed partial class Scenario : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("connector-scenario-").FullName;
    private readonly ManualClock _clock = new();
    private readonly Dictionary<string, JsonObject> _accepted = [];
    private readonly List<string> _ids = [];
    private SidecarApp _app = null!;
    private string _account = "";
    private string[] _boards = [];
    private string _section = "";
    private int _made;
    private bool _clockJumped, _listingsLagged;

    public async Task StartAsync()
    {
        await StartAppAsync();
        _account = await _app.FirstAccountAsync();
        _boards = [.. (await _app.GetAsync("/v1/boards"))["items"]!.AsArray().Select(b => (string)b!["id"]!)];
        _section = (string)(await _app.PostAsync($"/v1/boards/{_boards[0]}/sections", new { name = "Soups" }))["id"]!;
    }

    public async Task PlayAsync(IEnumerable<Act> acts)
    {
        foreach (var act in acts) await PlayAsync(act);
        await ComeToRestAsync();
        await CheckAsync();
        if (!await ApproveAllAsync()) return;

        await ComeToRestAsync();
        await CheckAsync();
    }

    private Task PlayAsync(Act act) => act.Kind switch
    {
        "publish" => PublishAsync($"Pin {_made}", act.Argument),
        "twin" => PublishAsync(Twin, act.Argument),
        "repeat" => RepeatAsync(act.Argument),
        "fault" => Do(() => OrderFault(act.Argument)),
        "age" => AgeTokenAsync(isOver: act.Argument % 2 == 0),
        "step" => StepAsync(),
        "wait" => Do(() => _clock.Advance(TimeSpan.FromSeconds(act.Argument))),
        "jump" => Do(() => Jump(TimeSpan.FromMinutes(act.Argument % 120 - 60))),
        "crash" => RestartAsync(() => _app.CrashAsync()),
        "restart" => RestartAsync(async () => await _app.DisposeAsync()),
        "hold" => TryAsync(HttpMethod.Post, $"/v1/accounts/{_account}/hold"),
        "resume" => ResumeAsync(),
        "cancel" => OnPinAsync(act.Argument, "/cancel"),
        "ask" => AskForApprovalAsync(act.Argument),
        "approve" => OnPinAsync(act.Argument, "/approve"),
        "reject" => OnPinAsync(act.Argument, "/reject"),
        "retry" => OnPinAsync(act.Argument, "/retry"),
        "resolve" => ResolveAsync(act.Argument),
        "edit" => EditAsync(act.Argument),
        "delete" => DeleteAsync(act.Argument),
        _ => throw new ArgumentException(act.Kind),
    };

    private async Task RestartAsync(Func<Task> end)
    {
        await end();
        await StartAppAsync();
    }

    // On Kestrel: it is started again.
    private async Task StartAppAsync() => _app = await RunningConnector.StartAsync(_clock, _directory);

    // A worker with nothing to do runs only after a wake. While an answer is held back it is not at rest, and only here does time advance.
    private async Task StepAsync()
    {
        if (_clock.SomebodyWaits) _clock.AdvanceTo(_clock.NextTimerAt ?? _clock.GetUtcNow());
        await _clock.WaitOutAsync(_app.LookAgainAsync(_account));
        if (_app.IsAtRest(_account)) await _app.StepAsync(_account);
    }

    private async Task ComeToRestAsync()
    {
        _app.Services.GetRequiredService<ActiveFaults>().Clear();
        for (var look = 0; look < 3000; look++)
        {
            await ResumeAsync();
            var unfinished = (await PinsAsync()).Where(p => p["waiting_for"] is not null && !AwaitsApproval(p)).ToList();
            if (unfinished.Count == 0) return;

            Assert.All(unfinished, p => Assert.False(string.IsNullOrEmpty((string?)p["waiting_for"]!["message"])));
            await StepAsync();
            // A call that a crash cut off is tried again in virtual time, of which no worker knows.
            if (look % 100 == 99 && _clock.NextTimerAt is { } next) _clock.AdvanceTo(next);
        }

        Assert.Fail($"At {_clock.GetUtcNow():O} it did not come to rest: "
            + $"{string.Join('\n', (await PinsAsync()).Where(p => p["waiting_for"] is not null))}");
    }

    // Nothing happens with it until somebody approves it.
    private static bool AwaitsApproval(JsonNode pin) => (string?)pin["status"] == "awaiting_approval";

    private async Task CheckAsync()
    {
        var pins = (await PinsAsync()).ToDictionary(p => (string)p["id"]!);
        // The simulator starts when it is first called, and only then knows what was there before.
        await _app.AsTheirPinterestAsync();
        var there = There;

        Assert.All(_ids, id => Assert.Contains(id, pins.Keys));
        var published = pins.Values.Where(p => (string?)p["status"] == "published").Select(p => (string)p["pinterest_pin_id"]!).ToList();
        Assert.Equal(published.Count, published.Distinct().Count());
        Assert.All(published, id => Assert.Contains(there, p => p.Id == id));

        foreach (var group in pins.Values.GroupBy(p => (string)p["title"]!))
        {
            var onPinterest = there.Count(p => p.Title == group.Key);
            var unsure = group.Count(p => (string?)p["status"] == "unconfirmed");
            var sure = group.Count(p => (string?)p["status"] == "published");
            Assert.True(
                onPinterest >= sure && onPinterest <= sure + unsure,
                $"{group.Key}: {onPinterest} on Pinterest, {sure} published, {unsure} unconfirmed.");
        }

        if (!_clockJumped) Assert.Empty(_app.Violations());

        var told = await ToldAsync();
        Assert.All(pins.Values, p => Assert.Equal($"pin.{p["status"]}", told.GetValueOrDefault((string)p["id"]!)));
    }

    /// <summary>The last event about each pin.</summary>
    private async Task<Dictionary<string, string>> ToldAsync()
    {
        var last = new Dictionary<string, string>();
        var after = "evt_00000000000000000000000000";
        while (true)
        {
            var page = await _app.GetAsync($"/v1/events?after={after}&limit=250");
            foreach (var happened in page["items"]!.AsArray().Where(each => each!["data"]!["pin"] is not null))
                last[(string)happened!["data"]!["pin"]!["id"]!] = (string)happened["type"]!;
            if (page["next_cursor"] is not { } next) return last;
            after = (string)next!;
        }
    }

    /// <summary>Every pin of ours that is really on the simulator.</summary>
    private List<SimulatedPin> There => [.. _app.Services.GetRequiredService<ControlHandlers>().Pins(null).Where(pin => !pin.IsForeign)];

    private async Task<List<JsonNode>> PinsAsync() => [.. (await _app.GetAsync("/v1/pins?limit=250"))["items"]!.AsArray().Select(p => p!)];

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
