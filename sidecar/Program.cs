using Connector;
using Connector.Assets.Conversion;
using Connector.Backup;
using Connector.Cli;
using Connector.Common;
using Connector.Demo;
using Connector.Keys;
using Connector.Storage;
using Microsoft.Extensions.Options;

try
{
    switch (args)
    {
        case ["keys", .. var rest]:
            await using (var app = ConnectorApp.Builder([]).Build())
            {
                await app.PrepareAsync();
                return await KeysCommand.RunAsync(rest, app.Services.GetRequiredService<KeyStore>(), Console.Out);
            }

        case ["demo", .. var rest]:
            return await DemoCommand.RunAsync(rest);

        // Not among the commands that help names: the sidecar starts it for a picture.
        case [ConvertCommand.Name, var order]:
            return ConvertCommand.Run(order, Console.Out);

        case ["health", .. var rest]:
            return await HealthCommand.RunAsync(rest);

        case ["backup", var file, .. var options] when !file.StartsWith('-'):
            await using (var app = ConnectorApp.Builder(options).Build())
            {
                BackupCommand.Run(file, app.Services, Console.Out);
                return 0;
            }

        case ["restore", var file, .. var options] when !file.StartsWith('-'):
            await using (var app = ConnectorApp.Builder(options).Build())
            {
                await RestoreCommand.RunAsync(file, app.Services, Console.Out);
                return 0;
            }

        case ["help" or "--help" or "-h", ..]:
            Console.WriteLine(CommandLine.Help);
            return 0;

        case [] or ["serve", ..] or [['-', ..], ..]:
            await using (var app = ConnectorApp.Build(args is ["serve", .. var options] ? options : args))
            {
                await app.ServeAsync();
                return Environment.ExitCode;
            }

        default:
            Console.Error.WriteLine($"connector: \"{string.Join(' ', args)}\" is not a command. The commands are:\n{CommandLine.Help}");
            return 2;
    }
}
catch (Exception error) when (error is DataDirectoryException or BackupException or DatabaseTooNewException or StorageUnavailableException
    or OptionsValidationException or InvalidOperationException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"connector: {error.Message}");
    return 1;
}
