using Connector;
using Connector.Assets.Conversion;
using Connector.Backup;
using Connector.Cli;
using Connector.Demo;
using Connector.Policy;
using Connector.Settings;
using Connector.Storage;

PrivateFiles.MakeThemTheRule();
string? urls = null;
try
{
    switch (args)
    {
        case ["keys", .. var rest]:
            await using (var app = KeysCommand.Builder().Build())
            {
                Warn(app.Services.UnknownSettings());
                return await KeysCommand.RunAsync(rest, app.Services, Console.Out, Console.Error);
            }

        case ["demo", .. var rest]:
            return await DemoCommand.RunAsync(rest);

        case ["import", .. var rest]:
            return await ImportCommand.RunAsync(rest, Console.Out, Console.Error);

        // Not among the commands that help names: the sidecar starts it for a picture.
        case [ConvertCommand.Name, var order]:
            return ConvertCommand.Run(order, Console.Out);

        case ["health", .. var rest]:
            return await HealthCommand.RunAsync(rest);

        case ["backup", var file, .. var options] when !file.StartsWith('-'):
            await using (var app = Builder(options).Build())
            {
                Warn(app.Services.UnknownSettings());
                BackupCommand.Run(file, app.Services, Console.Out);
                return 0;
            }

        case ["restore", var file, .. var options] when !file.StartsWith('-'):
            await using (var app = Builder(options).Build())
            {
                Warn(app.Services.UnknownSettings());
                await RestoreCommand.RunAsync(file, app.Services, Console.Out);
                return 0;
            }

        case ["migrate", .. var options]:
            await using (var app = Builder(options).Build())
            {
                Warn(app.Services.UnknownSettings());
                await MigrateCommand.RunAsync(app.Services, Console.Out);
                return 0;
            }

        case ["move", "--to", "postgres", .. var options]:
            await using (var app = Builder([.. options, MoveCommand.Provider]).Build())
            {
                Warn(app.Services.UnknownSettings());
                await MoveCommand.RunAsync(app.Services, Console.Out);
                return 0;
            }

        case ["audit-data", .. var options]:
            var asJson = options.Contains("--json");
            await using (var app = Builder([.. options.Where(word => word != "--json")]).Build())
            {
                Warn(app.Services.UnknownSettings());
                await AuditDataCommand.RunAsync(app.Services.GetRequiredService<StoredData>(), asJson, Console.Out);
                return 0;
            }

        case ["erase", var account, .. var options] when !account.StartsWith('-'):
            await using (var app = Builder(options).Build())
            {
                Warn(app.Services.UnknownSettings());
                await EraseCommand.RunAsync(account, app.Services, Console.Out);
                return 0;
            }

        case ["erase", ..]:
            Console.Error.WriteLine("connector: erase needs the id of an account: connector erase acc_…");
            return 2;

        case ["help" or "--help" or "-h", ..]:
            Console.WriteLine(CommandLine.Help);
            return 0;

        case [] or ["serve", ..] or [['-', ..], ..]:
            var builder = Builder(args is ["serve", .. var settings] ? settings : args);
            urls = builder.Configuration["urls"];
            await using (var app = builder.Build())
            {
                await app.ServeAsync();
                return Environment.ExitCode;
            }

        default:
            Console.Error.WriteLine($"connector: \"{string.Join(' ', args)}\" is not a command. The commands are:\n{CommandLine.Help}");
            return 2;
    }
}
catch (Exception error) when (StartFailure.Of(error, urls) is { } failure)
{
    foreach (var line in failure.Lines) Console.Error.WriteLine($"connector: {line}");
    return failure.ExitCode;
}

static WebApplicationBuilder Builder(string[] settings)
{
    SettingsCheck.Ensure([.. CommandLine.Wrong(settings)]);
    Warn(CommandLine.Unknown(settings));
    return ConnectorApp.Builder(settings);
}

static void Warn(IEnumerable<string> warnings)
{
    foreach (var warning in warnings) Console.Error.WriteLine($"connector: warning: {warning}");
}
