using Microsoft.Extensions.Options;

namespace Connector.Outgoing.Guard;

/// <summary>Says at the start what is open besides the public internet.</summary>
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
            "URLs of callers may lead to private addresses here: {Entries} (" + OutgoingOptions.AllowPrivateAddressesKey + ")")]
        public static partial void Open(ILogger logger, string entries);
    }
}
