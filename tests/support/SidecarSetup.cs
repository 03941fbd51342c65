using System.Net;
using Connector.Outgoing.Guard;
using Connector.Storage;
using Connector.Storage.Postgres;
using Connector.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Connector.Tests.Support;

/// <summary>What a sidecar under test is built from: its data, its clock, and the parts a test replaces.</summary>
internal sealed class SidecarSetup(ManualClock? clock, string? dataDirectory)
{
    public ManualClock? Clock => clock;

    public string DataDirectory { get; } = dataDirectory ?? Directory.CreateTempSubdirectory("connector-test-").FullName;

    /// <summary>The directory was there before the sidecar, so it stays after it.</summary>
    public bool KeepsData => dataDirectory is not null;

    /// <summary>A name for this machine that looks public, since Pinterest fetches from no other.</summary>
    public const string PublicName = "files.example";

    public LogBook Logs { get; } = new();

    /// <summary>No other sidecar has its database.</summary>
    public bool IsAlone { get; private set; } = true;

    /// <summary>The sidecar's own services, with the replacements in them.</summary>
    public WebApplicationBuilder Builder(string[] settings)
    {
        var builder = ConnectorApp.Builder(
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            $"--Connector:DataDirectory={DataDirectory}",
            $"--Connector:BootstrapApiKey={SidecarApp.BootstrapKey}",
            // A test asks again until what it waits for has happened: how often depends on how busy the machine is.
            "--Connector:RequestLimit:Burst=1000000",
            .. TestDatabase.Settings(DataDirectory).Concat(TestStore.Settings(DataDirectory)).Concat(settings)
                .Select(setting => "--" + setting),
        ]);
        var services = builder.Services;
        // A test of several sidecars on one database says how each is connected to it.
        var hasOwn = settings.Any(setting => setting.StartsWith("Connector:Database:ConnectionString=", StringComparison.Ordinal));
        var isPostgres = TestDatabase.IsPostgres || hasOwn;
        IsAlone = !hasOwn;
        if (!isPostgres) services.AddSingleton<SqliteDatabase>();
        else if (!hasOwn) services.Replace(ServiceDescriptor.Singleton(TestDatabase.Source(DataDirectory)));
        services.Replace(ServiceDescriptor.Singleton<Database>(provider => new CrashableDatabase(isPostgres
            ? provider.GetRequiredService<PostgresDatabase>()
            : provider.GetRequiredService<SqliteDatabase>())));
        services.Replace(ServiceDescriptor.Singleton(new Random(1)));
        services.Replace(ServiceDescriptor.Singleton<Resolve>((host, cancellation) =>
            host == PublicName ? Task.FromResult<IPAddress[]>([IPAddress.Loopback]) : Dns.GetHostAddressesAsync(host, cancellation)));
        services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Logs);
        if (clock is not null) services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        return builder;
    }
}
