using Connector.Accounts.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Support;

/// <summary>Runs the background renewal of tokens when a test wants it.</summary>
internal static class Renewals
{
    /// <summary>What the worker does every ten minutes.</summary>
    public static Task RenewTokensAsync(this SidecarApp app) =>
        app.Services.GetServices<IHostedService>().OfType<TokenRefreshWorker>().Single().RunOnceAsync(CancellationToken.None);
}
