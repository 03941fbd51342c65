using Connector.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>Callers of other workspaces, who must see nothing of ours.</summary>
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
}
