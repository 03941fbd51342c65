using System.Net.Http.Json;
using Connector.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>Callers who must not see all: of other workspaces, and with keys limited to accounts.</summary>
public static class Workspaces
{
    /// <summary>A client with an admin key of a workspace by this name, which is made if there is none.</summary>
    public static async Task<HttpClient> OfWorkspaceAsync(this SidecarApp app, string name)
    {
        var keys = app.Services.GetRequiredService<KeyStore>();
        var text = KeyText.New();
        await keys.AddAsync(await keys.WorkspaceAsync(name), "test", [Http.Scope.Admin], null, text);
        return app.As(text);
    }

    /// <summary>A client with a key that is limited to these accounts of the default workspace.</summary>
    public static async Task<HttpClient> LimitedToAsync(this SidecarApp app, string scope, params string[] accountIds)
    {
        var made = await app.PostAsync("/v1/keys", new { name = "limited", scopes = new[] { scope }, account_ids = accountIds });
        return app.As((string)made["secret"]!);
    }

    /// <summary>A request as JSON: the status, and the text of the answer.</summary>
    public static async Task<(int Status, string Text)> AskAsync(
        this HttpClient caller, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await caller.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
