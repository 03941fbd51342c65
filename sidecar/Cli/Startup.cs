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

    /// <summary>Starts serving, and sees to it that somebody can call: returns a first key to be shown once. On the very first start it also makes a simulator account, so that the first curl publishes.</summary>
    public static async Task<(string Address, string? FirstKey)> LaunchAsync(this WebApplication app)
    {
        await app.PrepareAsync();
        var firstKey = await app.Services.GetRequiredService<KeyBootstrap>().RunAsync();
        await app.StartAsync();

        if (!app.Services.GetRequiredService<AccountStore>().Any())
        {
            var workspace = await app.Services.GetRequiredService<KeyStore>().WorkspaceAsync(KeyStore.DefaultWorkspace);
            await app.Services.GetRequiredService<AccountConnector>().SimulateAsync(workspace, "Simulator", CancellationToken.None);
        }

        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return (app.Configuration["Connector:PublicUrl"]?.TrimEnd('/') ?? Reachable(listening), firstKey);
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
