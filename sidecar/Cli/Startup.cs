using Connector.Accounts;
using Connector.Keys;
using Connector.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Connector.Cli;

/// <summary>What happens before and right after the first request can be taken.</summary>
internal static class Startup
{
    /// <summary>Migrates the database and proves that the key ring fits.</summary>
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

    /// <summary>Starts serving, and sees to it that somebody can call: returns a first key to be shown once.</summary>
    public static async Task<(string Address, string? FirstKey)> LaunchAsync(this WebApplication app)
    {
        await app.PrepareAsync();
        var firstKey = await app.Services.GetRequiredService<KeyBootstrap>().RunAsync();
        await app.StartAsync();
        await app.Services.AddFirstAccountAsync();

        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return (app.Configuration["Connector:PublicUrl"]?.TrimEnd('/') ?? Reachable(listening), firstKey);
    }

    /// <summary>On the very first start, makes a simulator account, so that the first request can publish.</summary>
    public static async Task AddFirstAccountAsync(this IServiceProvider services)
    {
        if (services.GetRequiredService<AccountStore>().Any()) return;

        var workspace = await services.GetRequiredService<KeyStore>().WorkspaceAsync(KeyStore.DefaultWorkspace);
        await services.GetRequiredService<AccountConnector>().SimulateAsync(workspace, "Simulator", CancellationToken.None);
    }

    // Listening on every address is no address anybody can call.
    private static string Reachable(string listening) =>
        listening.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal);

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        var (address, firstKey) = await app.LaunchAsync();
        Console.WriteLine(Greeting.Text(address, firstKey));
        await app.WaitForShutdownAsync();
    }
}
