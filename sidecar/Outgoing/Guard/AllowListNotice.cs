using Microsoft.Extensions.Options;

namespace Connector.Outgoing.Guard;

/// <summary>Logs at the start which private addresses callers' URLs may reach.</summary>
internal sealed partial class AllowListNotice(IOptions<OutgoingOptions> options, ILogger<AllowListNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AllowPrivateAddresses is { Count: > 0 } entries) Log.Open(logger, string.Join(", ", entries));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "Callers' URLs may reach these private addresses: {Entries} (setting " + OutgoingOptions.AllowPrivateAddressesKey + ")")]
        public static partial void Open(ILogger logger, string entries);
    }
}
