using Connector.Backup;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Tests.Backup;

/// <summary>A Pinterest that runs while sidecars are backed up and restored, all with one virtual clock.</summary>
internal sealed class BackupWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-backup-").FullName;

    private BackupWorld(SidecarApp pinterest) => Pinterest = pinterest;

    public ManualClock Clock => Pinterest.Clock!;

    /// <summary>The process whose simulator the sidecars publish to.</summary>
    public SidecarApp Pinterest { get; }

    public string File => Path.Combine(_folder, "connector.backup");

    public string Data(string name) => Path.Combine(_folder, name);

    public static async Task<BackupWorld> BeginAsync() => new(await SidecarApp.StartAsync(new ManualClock()));

    /// <summary>A sidecar on the data directory of that name; on Kestrel, because it is started again there.</summary>
    public async Task<SidecarApp> StartAsync(string name, params string[] settings) =>
        await RunningConnector.StartAsync(Clock, Data(name), [await Pinterest.AsTheirPinterestAsync(), .. settings]);

    /// <summary>A sidecar with a simulator of its own.</summary>
    public async Task<SidecarApp> StartAloneAsync(string name, params string[] settings) =>
        await RunningConnector.StartAsync(Clock, Data(name), settings);

    public Task<string> BackUpAsync(string from) => RunAsync(from, (services, output) =>
    {
        BackupCommand.Run(File, services, output);
        return Task.CompletedTask;
    });

    public Task<string> RestoreAsync(string to, params string[] settings) =>
        RunAsync(to, (services, output) => RestoreCommand.RunAsync(File, services, output), settings);

    private async Task<string> RunAsync(string data, Func<IServiceProvider, TextWriter, Task> run, params string[] settings)
    {
        var builder = ConnectorApp.Builder(
            [$"--Connector:DataDirectory={Data(data)}", "--Logging:LogLevel:Default=None", .. settings.Select(setting => "--" + setting)]);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        await using var app = builder.Build();
        var output = new StringWriter();
        await run(app.Services, output);
        return output.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await Pinterest.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
