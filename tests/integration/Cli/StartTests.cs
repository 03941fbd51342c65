using System.Net;
using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Cli;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Cli;

public sealed class StartTests : IAsyncDisposable
{
    private readonly SidecarSetup _setup = new(null, null);

    [Fact]
    public async Task A_sidecar_is_not_ready_before_its_first_account_and_its_first_key_exist()
    {
        await using var app = await ListeningAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var (early, problems) = await AskAsync(http, "/readyz");
        var (alive, _) = await AskAsync(http, "/healthz");

        await app.Services.FinishStartAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (early, alive));
        Assert.Contains("is starting", (string?)problems["problems"]![0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(http, "/readyz")).Status);
        Assert.True(app.Services.GetRequiredService<AccountStore>().Any());
        http.DefaultRequestHeaders.Authorization = new("Bearer", SidecarApp.BootstrapKey);
        Assert.Single((await AskAsync(http, "/v1/accounts")).Body["items"]!.AsArray());
        await app.StopAsync();
    }

    [Fact]
    public async Task A_key_that_is_configured_is_good_from_the_first_request_on()
    {
        await using var app = await ListeningAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", SidecarApp.BootstrapKey);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(http, "/v1/whoami")).Status);
        await app.StopAsync();
    }

    // A start does not make them, so that only the first request would meet what is missing.
    [Fact]
    public async Task All_that_the_operations_need_is_there()
    {
        await using var app = _setup.Builder([]).Build();
        await using var scope = app.Services.CreateAsyncScope();

        Assert.All(Operations.All, operation => ActivatorUtilities.CreateInstance(scope.ServiceProvider, operation));
    }

    [Fact]
    public async Task Endpoints_are_built_once_for_all_that_ask_for_them()
    {
        await using var app = _setup.Builder([]).Build();
        ConnectorApp.Use(app);

        var source = Assert.Single(((IEndpointRouteBuilder)app).DataSources);

        Assert.Same(source.Endpoints, source.Endpoints);
    }

    [Fact]
    public async Task An_unexpected_error_is_logged_under_the_request_id_of_its_answer()
    {
        await using var app = await ListeningAsync("Logging:LogLevel:Default=Error");
        await app.Services.FinishStartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var (status, problem) = await AskAsync(http, "/boom?secret=1");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("internal_error", (string?)problem["code"]);
        Assert.Contains("request_id", (string?)problem["detail"], StringComparison.Ordinal);
        var logged = Assert.Single(_setup.Logs.Lines, line => line.Contains("the sentence of the exception", StringComparison.Ordinal));
        Assert.Contains($"GET /boom failed; the answer was 500 with request_id {problem["request_id"]}", logged, StringComparison.Ordinal);
        Assert.Contains("   at ", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("secret=1", logged, StringComparison.Ordinal);
        await app.StopAsync();
    }

    [Theory]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    [InlineData("this is not a database, it is a text")]
    [InlineData("SQLite")]
    public async Task A_database_file_that_is_none_is_said_with_its_name_and_left_alone(string content)
    {
        var file = Path.Combine(_setup.DataDirectory, "connector.db");
        await File.WriteAllTextAsync(file, content);

        var refused = await Assert.ThrowsAsync<Connector.Storage.DataDirectoryException>(() => ListeningAsync());

        Assert.Contains($"The file {file} is not a database", refused.Message, StringComparison.Ordinal);
        Assert.Contains("connector restore FILE", refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_port_of_the_simulator_that_is_in_use_is_named_by_its_setting()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => ListeningAsync($"Connector:Simulator:Port={port}"));

        Assert.Contains(
            $"Connector:Simulator:Port must be a port that is free; {port} is in use", refused.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_setup.DataDirectory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<WebApplication> ListeningAsync(params string[] settings)
    {
        var app = _setup.Builder(settings).Build();
        try
        {
            ConnectorApp.Use(app);
            app.MapGet("/boom", IResult () => throw new NotSupportedException("the sentence of the exception"));
            await app.PrepareAsync();
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.StopAsync();
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> AskAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
