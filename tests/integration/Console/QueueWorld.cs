using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>A sidecar in virtual time, whose pins wait, and a person with an admin key at its console.</summary>
public sealed class QueueWorld : IAsyncLifetime
{
    public SidecarApp App { get; private set; } = null!;

    public Visitor Person { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await SidecarApp.StartAsync(new ManualClock());
        Person = await Visitor.OwnerAsync(App);
    }

    /// <summary>A new account by this name, in this zone.</summary>
    public async Task<string> AccountAsync(string name, string zone = "UTC")
    {
        var id = await App.SimulatorAccountAsync(name);
        await App.SetAsync(id, new { time_zone = zone });
        return id;
    }

    /// <summary>A pin of an account that waits for that time; its id.</summary>
    public async Task<string> PinAsync(string account, string publishAt, params (string Field, JsonNode? Value)[] fields) =>
        (string)(await App.PostAsync("/v1/pins", SidecarApp.Pin([("account_id", account), ("publish_at", publishAt), .. fields])))["id"]!;

    public async Task<string?> FieldAsync(string pin, string name) => (string?)(await App.GetAsync($"/v1/pins/{pin}"))[name];

    public async Task<DateTimeOffset> TimeAsync(string pin, string name) => DateTimeOffset.Parse((await FieldAsync(pin, name))!);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
