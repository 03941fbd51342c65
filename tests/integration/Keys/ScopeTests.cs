using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Connector.Tests.Keys;

public sealed class ScopeTests(ScopeTests.App shared) : IClassFixture<ScopeTests.App>
{
    /// <summary>What a key with a scope may do.</summary>
    private static readonly Dictionary<string, string[]> Covered = new()
    {
        ["read"] = ["read"],
        ["publish"] = ["read", "publish"],
        ["approve"] = ["approve"],
        ["admin"] = ["read", "publish", "approve", "admin"],
    };

    private readonly SidecarApp _app = shared.Sidecar;

    [Theory]
    [InlineData("GET", "/v1/whoami", "read")]
    [InlineData("GET", "/v1/pins", "read")]
    [InlineData("GET", "/v1/pins/x", "read")]
    [InlineData("POST", "/v1/pins", "publish")]
    [InlineData("PATCH", "/v1/pins/x", "publish")]
    [InlineData("DELETE", "/v1/pins/x", "publish")]
    [InlineData("POST", "/v1/pins/x/cancel", "publish")]
    [InlineData("POST", "/v1/pins/x/retry", "publish")]
    [InlineData("POST", "/v1/pins/x/approve", "approve")]
    [InlineData("POST", "/v1/pins/x/reject", "approve")]
    [InlineData("POST", "/v1/pins/approve", "approve")]
    [InlineData("POST", "/v1/pins/reject", "approve")]
    [InlineData("GET", "/v1/boards", "read")]
    [InlineData("GET", "/v1/accounts", "read")]
    [InlineData("POST", "/v1/accounts", "admin")]
    [InlineData("PATCH", "/v1/accounts/x", "admin")]
    [InlineData("DELETE", "/v1/accounts/x", "admin")]
    [InlineData("POST", "/v1/accounts/x/hold", "publish")]
    [InlineData("POST", "/v1/accounts/x/resume", "publish")]
    [InlineData("GET", "/v1/simulator/faults", "read")]
    [InlineData("GET", "/v1/simulator/pins", "read")]
    [InlineData("POST", "/v1/simulator/faults", "admin")]
    [InlineData("DELETE", "/v1/simulator/faults?account_id=x", "admin")]
    [InlineData("POST", "/v1/simulator/reset", "admin")]
    [InlineData("POST", "/v1/keys", "admin")]
    [InlineData("GET", "/v1/keys", "admin")]
    [InlineData("DELETE", "/v1/keys/x", "admin")]
    public async Task An_operation_needs_its_scope(string method, string path, string needed)
    {
        foreach (var (granted, covered) in Covered)
        {
            var isEnough = covered.Contains(needed);
            using var answer = await SendAsync(shared.Keys[granted], method, path);
            Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
            if (isEnough) Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
            else await RefusedAsync(answer, needed);
        }
    }

    [Fact]
    public async Task Every_operation_of_the_api_demands_a_key_and_a_scope_before_anything_else()
    {
        var operations = _app.Routes();
        Assert.True(operations.Count > 25, $"Only {operations.Count} operations were found.");

        foreach (var operation in operations)
        {
            var scope = Scopes.Of(operation);
            Assert.Contains(scope, Covered.Keys);
            var method = operation.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var path = OperationRoutes.PathOf(operation);

            using var answer = await SendAsync(null, method, path);

            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {answer.StatusCode} without a key.");
        }
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string needed)
    {
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("insufficient_scope", (string?)problem["code"]);
        Assert.Equal($"This operation needs the scope {needed}.", (string?)problem["detail"]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient? client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PATCH") request.Content = new StringContent("{}", null, "application/json");
        return await (client ?? _app.As(null)).SendAsync(request);
    }

    public sealed class App : IAsyncLifetime
    {
        public SidecarApp Sidecar { get; private set; } = null!;

        public Dictionary<string, HttpClient> Keys { get; } = [];

        public async ValueTask InitializeAsync()
        {
            Sidecar = await SidecarApp.StartAsync(new ManualClock());
            foreach (var scope in Covered.Keys) Keys[scope] = await Sidecar.WithScopesAsync(scope);
        }

        public ValueTask DisposeAsync() => Sidecar.DisposeAsync();
    }
}
