using Connector.Accounts.Tokens;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Publishing.Matrix;

/// <summary>One sidecar in virtual time for many cases; each has an account of its own, so that none meets another's faults.</summary>
public sealed class MatrixFixture : IAsyncLifetime
{
    private int _accounts;

    public SidecarApp App { get; private set; } = null!;

    public ManualClock Clock { get; } = new();

    public async ValueTask InitializeAsync()
    {
        App = await SidecarApp.StartAsync(Clock);
        // Tokens are renewed where a case says so, and not whenever ten minutes are over.
        await App.Services.GetServices<IHostedService>().OfType<TokenRefreshWorker>().Single().StopAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal TestAccount NewAccount() => new(App, $"shop{++_accounts}");

    internal async Task<TestAccount> ConnectedAccountAsync()
    {
        var account = NewAccount();
        await account.OpenAsync();
        return account;
    }
}
