using Connector.Accounts;
using Connector.Http;
using Connector.Keys;
using Connector.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Connector.Cli;

/// <summary>What the sidecar does before it takes requests, and right after.</summary>
internal static class Startup
{
    /// <summary>Migrates the database, and checks that the key ring opens its tokens.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<StorageHealth>().OnBroken = () =>
        {
            Environment.ExitCode = 74; // EX_IOERR
            app.Lifetime.StopApplication();
        };
        await Migrations.ApplyAsync(app.Services.GetRequiredService<Database>());
        await app.Services.GetRequiredService<TokenVault>().CheckAsync();
    }

    /// <summary>Starts serving, and makes a key and an account where there are none; returns the new key, to be shown once.</summary>
    public static async Task<(string Address, string? FirstKey)> LaunchAsync(this WebApplication app)
    {
        await app.PrepareAsync();
        var firstKey = await app.Services.GetRequiredService<KeyBootstrap>().RunAsync();
        await app.StartAsync();
        await app.Services.AddFirstAccountAsync();

        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return (app.Configuration["Connector:PublicUrl"]?.TrimEnd('/') ?? ListenAddress.Reachable(listening), firstKey);
    }

    /// <summary>On the very first start, makes a simulator account, so that the first request can publish.</summary>
    public static async Task AddFirstAccountAsync(this IServiceProvider services)
    {
        if (services.GetRequiredService<AccountStore>().Any()) return;

        var workspace = await services.GetRequiredService<KeyStore>().WorkspaceAsync(KeyStore.DefaultWorkspace);
        await services.GetRequiredService<AccountConnector>().SimulateAsync(Caller.Owner(workspace), "Simulator", CancellationToken.None);
    }

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        var (address, firstKey) = await app.LaunchAsync();
        Console.WriteLine(Greeting.Text(address, firstKey));
        await app.WaitForShutdownAsync();
    }
}
