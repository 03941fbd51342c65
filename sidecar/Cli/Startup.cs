using Connector.Accounts;
using Connector.Http;
using Connector.Keys;
using Connector.Settings;
using Connector.Storage;

namespace Connector.Cli;

/// <summary>What the sidecar does before it takes requests, and right after.</summary>
internal static partial class Startup
{
    /// <summary>Migrates the database, checks that the key ring opens its tokens, and stores a key that is configured.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<StorageHealth>().OnBroken = () =>
        {
            Environment.ExitCode = 74; // EX_IOERR
            app.Lifetime.StopApplication();
        };
        foreach (var warning in Warnings(app.Services)) Log.Warn(app.Logger, warning);
        PrivateFiles.Close(app.Services.GetRequiredService<DataDirectory>().FullPath);
        await app.Services.OpenDatabaseAsync();
        await app.Services.GetRequiredService<KeyBootstrap>().StoreConfiguredAsync();
    }

    /// <summary>A line for each setting that was given and does not exist.</summary>
    public static IEnumerable<string> UnknownSettings(this IServiceProvider services) => Settings.UnknownSettings.Warnings(
        services.GetRequiredService<IConfiguration>(), SettingsSection.SettingsOf(services.GetServices<SettingsSection>()));

    /// <summary>Brings the database to this program's schema, and checks the key ring.</summary>
    public static async Task OpenDatabaseAsync(this IServiceProvider services)
    {
        await Migrations.ApplyAsync(services.GetRequiredService<Database>());
        await services.GetRequiredService<TokenVault>().CheckAsync();
    }

    /// <summary>Starts serving, and makes a key and an account where there are none; returns the new key, to be shown once.</summary>
    public static async Task<Launched> LaunchAsync(this WebApplication app)
    {
        await app.PrepareAndMapAsync();
        var firstKey = await app.StartAndFinishAsync();
        return new Launched(app.Services.GetRequiredService<PublicAddress>().Root, firstKey);
    }

    /// <summary>Opens the database while the operations are mapped: both take long, and neither needs the other.</summary>
    private static async Task PrepareAndMapAsync(this WebApplication app)
    {
        var prepared = Task.Run(app.PrepareAsync);
        try
        {
            ConnectorApp.Use(app);
        }
        catch
        {
            // The services are disposed next.
            await prepared.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await prepared;
    }

    private static async Task<string?> StartAndFinishAsync(this WebApplication app)
    {
        // An error in what is done beside the start ends it too.
        var endpoints = Task.Run(() => ConnectorApp.BuildEndpoints(app));
        try
        {
            await app.StartAsync();
            await endpoints;
            await Task.Run(() => ConnectorApp.WarmUp(app.Services));
            return await app.Services.FinishStartAsync();
        }
        catch
        {
            // The workers run by now, and must end before what they use is closed.
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>What is made once the sidecar listens; the key last, so that nothing can fail between storing and showing it.</summary>
    public static async Task<string?> FinishStartAsync(this IServiceProvider services)
    {
        await services.AddFirstAccountAsync();
        var firstKey = await services.GetRequiredService<KeyBootstrap>().RunAsync();
        services.GetRequiredService<StartState>().Complete();
        return firstKey;
    }

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        var (address, firstKey) = await app.LaunchAsync();
        System.Console.WriteLine(Greeting.Text(
            address, app.Services.GetRequiredService<DataDirectory>().FullPath, firstKey, app.Services.SignInLink(firstKey)));
        await app.WaitForShutdownAsync();
    }

    /// <summary>The path of the one-time link to the console that goes with a first key; null without a console or a new key.</summary>
    private static string? SignInLink(this IServiceProvider services, string? firstKey) =>
        services.GetService<SignInLinks>() is { } links && firstKey is not null
            && services.GetRequiredService<KeyStore>().FindByHash(KeyText.Hash(firstKey)) is { } key
            ? $"/sign-in?link={links.Make(key.WorkspaceId, key.Id)}"
            : null;

    /// <summary>What is not wrong enough to stop a start: unknown settings, and a data directory that is open to others.</summary>
    private static IEnumerable<string> Warnings(IServiceProvider services) =>
        [.. services.UnknownSettings(), .. PrivateFiles.Warnings(services.GetRequiredService<DataDirectory>().FullPath)];

    /// <summary>On the very first start, makes a simulator account, so that the first request can publish.</summary>
    private static async Task AddFirstAccountAsync(this IServiceProvider services)
    {
        if (services.GetRequiredService<AccountStore>().Any()) return;

        var workspace = await services.GetRequiredService<KeyStore>().WorkspaceAsync(KeyStore.DefaultWorkspace);
        await services.GetRequiredService<AccountConnector>().MakeFirstAsync(workspace, "Simulator");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Warning}")]
        public static partial void Warn(ILogger logger, string warning);
    }
}

/// <summary>A sidecar that serves: where, and the key that was made for it, if one was.</summary>
internal sealed record Launched(string Address, string? FirstKey);
