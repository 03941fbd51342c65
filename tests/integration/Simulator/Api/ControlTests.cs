using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Connector.Pinterest;
using Connector.Simulator.State;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Api;

public sealed class ControlTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SimulatorFixture _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorFixture.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Faults_are_ordered_and_taken_back_over_HTTP()
    {
        var session = await _simulator.SessionAsync();
        var board = await _simulator.BoardIdAsync(session);
        var userId = (await _simulator.Pinterest.GetUserAccountAsync(session, default)).Id;
        await OrderAsync(new { account = userId, fault = "link_blocked", times = 5 });

        var thrown = await Assert.ThrowsAsync<PinterestException>(CreateAsync);
        await _http.DeleteAsync(new Uri($"{_simulator.BaseUrl}/control/faults"));
        await CreateAsync();

        Assert.Equal(FailureKind.LinkBlocked, thrown.Failure.Kind);

        Task CreateAsync() => _simulator.Pinterest.CreatePinAsync(session, Sample.Pin(board), default);
    }

    [Fact]
    public async Task An_order_that_makes_no_sense_is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await OrderAsync(new { account = "maria", fault = "rain" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await OrderAsync(new { account = "maria" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await OrderAsync("rain")).StatusCode);
    }

    [Fact]
    public async Task Requests_and_pins_can_be_read_back()
    {
        var session = await _simulator.SessionAsync();
        await _simulator.Pinterest.CreatePinAsync(session, Sample.Pin(await _simulator.BoardIdAsync(session), "Soup"), default);

        var requests = await _http.GetFromJsonAsync<JsonElement>($"{_simulator.BaseUrl}/control/requests");
        var pins = await _http.GetFromJsonAsync<JsonElement>($"{_simulator.BaseUrl}/control/pins?account=maria");

        Assert.Equal(["POST /v5/oauth/token 200", "GET /v5/boards 200", "POST /v5/pins 201"], requests.EnumerateArray().Select(Line));
        Assert.Equal("Soup", Assert.Single(pins.EnumerateArray()).GetProperty("title").GetString());

        static string Line(JsonElement each) => $"{each.GetProperty("method")} {each.GetProperty("path")} {each.GetProperty("status")}";
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_to_be_had()
    {
        var answer = await _http.GetAsync(new Uri($"{_simulator.BaseUrl}/v5/boards"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("""{"code":2,"message":"Authentication failed."}""", await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.Contains("x-pinterest-rid"));
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(new Uri($"{_simulator.BaseUrl}/v5/ads"))).StatusCode);
    }

    [Fact]
    public async Task A_simulator_in_another_process_is_used_when_its_address_is_set()
    {
        await using var borrower = await SimulatorFixture.StartAsync(settings: ("Connector:Simulator:Url", _simulator.BaseUrl));

        await borrower.SessionAsync("maria");

        Assert.NotNull(_simulator.Get<SimulatorState>().FindAccount("maria"));
    }

    [Fact]
    public async Task A_simulator_on_another_machine_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => SimulatorFixture.StartAsync(settings: ("Connector:Simulator:Url", "http://203.0.113.9:80")));

    private Task<HttpResponseMessage> OrderAsync(object order) => _http.PostAsJsonAsync($"{_simulator.BaseUrl}/control/faults", order);
}
