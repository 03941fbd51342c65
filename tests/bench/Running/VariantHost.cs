using System.Text.Json;
using Connector.Cli;
using Connector.Storage;
using Connector.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Bench.Running;

/// <summary>Hosts what the sidecar is compared with, in a separate process.</summary>
internal static class VariantHost
{
    /// <summary>An ASP.NET Core application that stores nothing.</summary>
    public const string Empty = "empty";

    /// <summary>The sidecar with a connection and a transaction for each accepted pin.</summary>
    public const string OneByOne = "one-by-one";

    public static async Task<int> RunAsync(string variant, string[] settings)
    {
        if (variant == Empty)
        {
            var builder = WebApplication.CreateSlimBuilder(settings);
            await using var empty = builder.Build();
            empty.MapGet("/readyz", () => Results.Ok());
            // The floor of accepting: the same body is read and answered, and nothing is done with it.
            empty.MapPost("/v1/pins", (JsonElement pin) => Results.Accepted("/v1/pins/0", pin));
            await empty.RunAsync();
            return 0;
        }

        await using var app = ConnectorApp.Build(settings, services => services.Replace(ServiceDescriptor.Singleton<Database>(provider =>
            new OneByOneDatabase(
                ActivatorUtilities.CreateInstance<SqliteDatabase>(provider), provider.GetRequiredService<DataDirectory>()))));
        await app.ServeAsync();
        return 0;
    }
}
