using Connector;
using Connector.Demo;
using Connector.Keys;
using Connector.Storage;
using Microsoft.Extensions.Options;

try
{
    switch (args)
    {
        case ["keys", .. var rest]:
            await using (var app = ConnectorApp.Build([]))
            {
                await app.PrepareAsync();
                return await KeysCommand.RunAsync(rest, app.Services.GetRequiredService<KeyStore>(), Console.Out);
            }

        case ["demo", .. var rest]:
            return await DemoCommand.RunAsync(rest);

        case ["health", .. var rest]:
            return await HealthCommand.RunAsync(rest);

        case [] or ["serve", ..] or [['-', ..], ..]:
            await using (var app = ConnectorApp.Build(args is ["serve", .. var options] ? options : args))
            {
                await app.ServeAsync();
                return Environment.ExitCode;
            }

        default:
            Console.Error.WriteLine($"connector: there is no command \"{args[0]}\". Commands: serve (the default), demo, health, keys.");
            return 2;
    }
}
catch (Exception error) when (error is DataDirectoryException or DatabaseTooNewException or StorageUnavailableException or OptionsValidationException or InvalidOperationException or IOException)
{
    Console.Error.WriteLine($"connector: {error.Message}");
    return 1;
}
