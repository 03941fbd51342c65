using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Simulator;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>One thing that happens to a sidecar; what it means depends on the argument and on what has happened before.</summary>
public sealed record Act(string Kind, int Argument)
{
    public override string ToString() => $"{Kind}({Argument})";
}

/// <summary>Plays acts against a whole sidecar in virtual time, then lets everything come to rest and checks what must always hold.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    public static readonly string[] FaultNames =
    [
        "accept_then_drop", "error_after_create", "drop_before_read", "truncated_body", "no_id", "html", "server_error", "rate_limited", "token_expired",
        "link_blocked", "spam_blocked", "scope_missing", "list_lag", "list_shuffled", "refresh_unavailable",
    ];

    // In virtual time thousands of questions come within a second.
    private const string Unhurried = "Connector:RequestLimit:Burst=1000000";

    private readonly string _directory = Directory.CreateTempSubdirectory("connector-scenario-").FullName;
    private readonly ManualClock _clock = new();
    private readonly Dictionary<string, JsonObject> _accepted = [];
    private readonly List<string> _ids = [];
    private SidecarApp _app = null!;
    private string _account = "";
    private string[] _boards = [];
    private bool _clockJumped;

    public async Task StartAsync()
    {
        _app = await SidecarApp.StartAsync(_clock, _directory, Unhurried);
        _account = await _app.FirstAccountAsync();
        _boards = [.. (await _app.GetAsync("/v1/boards"))["items"]!.AsArray().Select(b => (string)b!["id"]!)];
    }

    public async Task PlayAsync(IEnumerable<Act> acts)
    {
        foreach (var act in acts) await PlayAsync(act);
        await ComeToRestAsync();
        await CheckAsync();
    }

    private Task PlayAsync(Act act) => act.Kind switch
    {
        "publish" => PublishAsync(new JsonObject { ["idempotency_key"] = $"key-{_ids.Count}", ["title"] = $"Pin {_ids.Count}" }, act.Argument),
        "twin" => PublishAsync(new JsonObject { ["title"] = "Twin", ["idempotency_key"] = $"key-{_ids.Count}" }, act.Argument),
        "repeat" => RepeatAsync(act.Argument),
        "fault" => Do(() => _app.Order(FaultNames[act.Argument % FaultNames.Length], times: 1 + act.Argument % 3, seconds: 5)),
        "step" => StepAsync(),
        "wait" => Do(() => _clock.Advance(TimeSpan.FromSeconds(act.Argument))),
        "crash" => RestartAsync(() => _app.CrashAsync()),
        "restart" => RestartAsync(async () => await _app.DisposeAsync()),
        "hold" => TryAsync(HttpMethod.Post, $"/v1/accounts/{_account}/hold"),
        "resume" => ResumeAsync(),
        "cancel" => OnPinAsync(act.Argument, "/cancel"),
        "retry" => OnPinAsync(act.Argument, "/retry"),
        "edit" => _ids.Count == 0 ? Task.CompletedTask : TryAsync(HttpMethod.Patch, $"/v1/pins/{_ids[act.Argument % _ids.Count]}", new { alt_text = $"Edited {act.Argument}" }),
        "jump" => Do(() => { _clock.Jump(TimeSpan.FromMinutes(act.Argument % 120 - 60)); _clockJumped = true; }),
        _ => throw new ArgumentException(act.Kind),
    };

    private async Task PublishAsync(JsonObject pin, int argument)
    {
        pin["board_id"] = _boards[argument % 3];
        pin["image_url"] = "https://example.com/a.jpg";
        if (argument % 2 == 0) pin["link_url"] = $"https://{(argument % 4 == 0 ? "one" : "two")}.example/{_ids.Count}";
        var id = await _app.PublishAsync(pin);
        _accepted[id] = pin;
        _ids.Add(id);
    }

    private async Task RepeatAsync(int argument)
    {
        if (_ids.Count == 0) return;

        var id = _ids[argument % _ids.Count];
        using var answer = await _app.Admin.PostAsJsonAsync("/v1/pins", _accepted[id]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(id, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]);
    }

    private async Task RestartAsync(Func<Task> end)
    {
        await end();
        _app = await SidecarApp.StartAsync(_clock, _directory, Unhurried);
    }

    // A lane with nothing to do only parks when rung; ringing it makes a step of "nothing" possible.
    private async Task StepAsync()
    {
        _app.Services.GetRequiredService<Connector.Publishing.Lanes>().Ring(_account);
        await _app.StepAsync(_account);
    }

    private Task OnPinAsync(int argument, string what) =>
        _ids.Count == 0 ? Task.CompletedTask : TryAsync(HttpMethod.Post, $"/v1/pins/{_ids[argument % _ids.Count]}{what}");

    private async Task TryAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _app.Admin.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>What a person does about a lane that stands: connect again if the token is dead, else resume.</summary>
    private async Task ResumeAsync()
    {
        var status = (string?)(await _app.GetAsync($"/v1/accounts/{_account}"))["status"];
        if (status == "reconnect_required") await TryAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Simulator" });
        else if (status == "held") await TryAsync(HttpMethod.Post, $"/v1/accounts/{_account}/resume");
    }

    private async Task ComeToRestAsync()
    {
        _app.Services.GetRequiredService<FaultOrders>().Clear();
        for (var look = 0; look < 3000; look++)
        {
            await ResumeAsync();
            var unfinished = (await PinsAsync()).Where(p => p["waiting_for"] is not null).ToList();
            if (unfinished.Count == 0) return;

            Assert.All(unfinished, p => Assert.False(string.IsNullOrEmpty((string?)p["waiting_for"]!["message"])));
            await StepAsync();
            // A call that a wait cut off is tried again in virtual time, of which no lane knows.
            if (look % 100 == 99 && _clock.NextTimerAt is { } next) _clock.AdvanceTo(next);
        }

        Assert.Fail($"At {_clock.GetUtcNow():O} it did not come to rest: {string.Join('\n', (await PinsAsync()).Where(p => p["waiting_for"] is not null))}");
    }

    private async Task CheckAsync()
    {
        var pins = (await PinsAsync()).ToDictionary(p => (string)p["id"]!);
        // The simulator starts when it is first called, and only then knows what was there before.
        await _app.AsTheirPinterestAsync();
        var there = _app.Services.GetRequiredService<ControlCalls>().Pins(null);

        Assert.All(_ids, id => Assert.Contains(id, pins.Keys));
        var published = pins.Values.Where(p => (string?)p["status"] == "published").Select(p => (string)p["pinterest_pin_id"]!).ToList();
        Assert.Equal(published.Count, published.Distinct().Count());
        Assert.All(published, id => Assert.Contains(there, p => p.Id == id));

        foreach (var group in pins.Values.GroupBy(p => (string)p["title"]!))
        {
            var onPinterest = there.Count(p => p.Title == group.Key);
            var unsure = group.Count(p => (string?)p["status"] == "unconfirmed");
            var sure = group.Count(p => (string?)p["status"] == "published");
            Assert.True(onPinterest >= sure && onPinterest <= sure + unsure, $"{group.Key}: {onPinterest} on Pinterest, {sure} published, {unsure} unconfirmed.");
        }

        if (!_clockJumped) Assert.Empty(_app.Violations());
    }

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
