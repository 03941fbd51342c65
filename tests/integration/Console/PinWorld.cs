using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>A sidecar in virtual time with pins in many states, and a person with an admin key at its console.</summary>
public sealed class PinWorld : IAsyncLifetime
{
    /// <summary>What a browser would run if a page showed it as it is.</summary>
    public const string Attack = "<img src=x onerror=alert(1)>";

    public SidecarApp App { get; private set; } = null!;

    public Visitor Person { get; private set; } = null!;

    public string Account { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        App = await SidecarApp.StartAsync(new ManualClock());
        Person = await Visitor.OwnerAsync(App);
        Account = await App.FirstAccountAsync();
    }

    /// <summary>A pin that waits for a time far away; its id.</summary>
    public async Task<string> WaitingAsync(params (string Field, JsonNode? Value)[] fields)
    {
        await RequireApprovalAsync(false);
        return await App.PublishAsync(SidecarApp.Pin([("account_id", Account), ("publish_at", SidecarApp.MuchLater), .. fields]));
    }

    /// <summary>A pin that waits for approval; its id.</summary>
    public async Task<string> AwaitingAsync(params (string Field, JsonNode? Value)[] fields)
    {
        await RequireApprovalAsync(true);
        return await App.PublishAsync(SidecarApp.Pin([("account_id", Account), .. fields]));
    }

    /// <summary>
    /// A pin that has ended, with a fault on its way; its id. It is of an account of its own: a pin of another test could meet the fault.
    /// </summary>
    public async Task<string> EndedAsync(string? fault, string status)
    {
        var name = $"ends_{status}";
        var account = await App.SimulatorAccountAsync(name);
        if (fault is not null) App.Order(fault, account: name);
        var id = await App.PublishAsync(SidecarApp.Pin(("account_id", account), ("link_url", null)));
        Assert.Equal(status, (string?)(await App.SettledAsync(id))["status"]);
        return id;
    }

    public Task RequireApprovalAsync(bool value) => App.SetAsync(Account, new { require_approval = value });

    public async Task<string?> FieldAsync(string pin, string name) => (string?)(await App.GetAsync($"/v1/pins/{pin}"))[name];

    public async Task<int> CountAsync() => (await App.GetAsync("/v1/pins"))["items"]!.AsArray().Count;

    /// <summary>Sends a form of a page with what the page itself has in this hidden field of it.</summary>
    public async Task<Seen> SendSeenAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var seen = HiddenOf((await Person.GetAsync(path)).Html, "seen");
        return await Person.SubmitAsync(path, form, [("seen", seen), .. fields]);
    }

    public static string HiddenOf(string html, string name) =>
        Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>Nothing of an attack stands in the page as markup.</summary>
    public static void IsHarmless(Seen page)
    {
        Assert.Contains("&lt;img src=x onerror", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page.Html, StringComparison.Ordinal);
    }

    /// <summary>Nothing for people tells of a call of the API; what is for programs, the pin as JSON, does.</summary>
    public static void NamesNoCall(Seen page) =>
        Assert.DoesNotContain("/v1/", page.Text.Split("As JSON")[0].Split("As curl")[0], StringComparison.Ordinal);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
