using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Simulator;

/// <summary>Orders that nobody can follow, and who may not give any.</summary>
public sealed class RefusedOrderTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync();
        _account = await _app.FirstAccountAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_fault_that_does_not_exist_is_answered_with_those_that_do()
    {
        var (status, problem) = await RefusedAsync(_app.Admin, new { fault = "rain" });

        Assert.Equal(
            (400, "validation_failed", "fault: There is no fault 'rain'."), (status, (string?)problem["code"], (string?)problem["detail"]));
        var lines = problem["errors"]!["fault"]!.AsArray().Select(line => (string)line!).ToList();
        Assert.Contains("accept_then_drop: The pin is made, then the connection is cut without an answer.", lines);
        Assert.Equal(FaultCatalog.All.Count + 1, lines.Count);
    }

    [Fact]
    public async Task A_fault_for_a_call_that_does_not_exist_is_refused_because_it_would_never_strike()
    {
        var (status, problem) = await RefusedAsync(_app.Admin, new { fault = "server_error", operation = "make_pin" });

        Assert.Equal((400, "validation_failed"), (status, (string?)problem["code"]));
        Assert.Contains("create_pin", (string)problem["errors"]!["operation"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_neither_sees_nor_touches_the_simulator_accounts_of_another()
    {
        var stranger = await _app.OfWorkspaceAsync("strangers");
        await SidecarApp.SendAsync(stranger, HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Stranger" });
        await _app.SettledAsync(await _app.PublishAsync());
        await OrderAsync(new { account_id = _account, fault = "html" });

        Assert.Equal((404, "account_not_found"), Said(await RefusedAsync(stranger, new { account_id = _account, fault = "html" })));
        foreach (var path in new[] { "faults", "pins" })
        {
            using var answer = await stranger.GetAsync(new Uri($"/v1/simulator/{path}?account_id={_account}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Empty((await SidecarApp.SendAsync(stranger, HttpMethod.Get, "/v1/simulator/faults", null))["items"]!.AsArray());
        Assert.Empty((await SidecarApp.SendAsync(stranger, HttpMethod.Get, "/v1/simulator/pins", null))["items"]!.AsArray());
        await SidecarApp.SendAsync(stranger, HttpMethod.Delete, "/v1/simulator/faults", null);
        await SidecarApp.SendAsync(stranger, HttpMethod.Post, "/v1/simulator/reset", null);

        Assert.Single(await OpenAsync());
        Assert.Single(await PinsAsync(_account));
    }

    [Fact]
    public async Task A_real_account_takes_no_orders()
    {
        await _app.Services.GetRequiredService<AccountStore>().ChangeAsync(sql =>
            sql.Execute("update accounts set environment = 'production' where id = @id", new { id = _account }));

        var (status, problem) = await RefusedAsync(_app.Admin, new { account_id = _account, fault = "html" });

        Assert.Equal((409, "state_conflict"), (status, (string?)problem["code"]));
        Assert.Contains("production", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal((409, "account_required"), Said(await RefusedAsync(_app.Admin, new { fault = "html" })));
    }

    [Fact]
    public async Task A_simulator_that_is_not_there_is_said_to_be_so()
    {
        await using var app = await SidecarApp.StartAsync();
        await app.Services.GetRequiredService<SimulatorServer>().StopAsync(CancellationToken.None);

        Assert.Equal((503, "pinterest_unavailable"), Said(await RefusedAsync(app.Admin, new { fault = "html" })));
    }

    private Task<JsonNode> OrderAsync(object order) => _app.PostAsync("/v1/simulator/faults", order);

    private async Task<JsonArray> OpenAsync(string query = "") => (await _app.GetAsync($"/v1/simulator/faults{query}"))["items"]!.AsArray();

    private async Task<JsonArray> PinsAsync(string account) =>
        (await _app.GetAsync($"/v1/simulator/pins?account_id={account}"))["items"]!.AsArray();

    private static async Task<(int Status, JsonNode Problem)> RefusedAsync(HttpClient client, object order)
    {
        using var answer = await client.PostAsJsonAsync("/v1/simulator/faults", order);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    private static (int, string?) Said((int Status, JsonNode Problem) refusal) => (refusal.Status, (string?)refusal.Problem["code"]);
}
