using Connector.Tests.Support;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Outgoing.Guard;

public sealed class AllowListSettingTests
{
    [Fact]
    public async Task An_entry_that_means_nothing_stops_the_start_and_is_named()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => SidecarApp.StartAsync(settings: "Connector:Network:AllowPrivateAddresses=n8n, *.local"));

        Assert.Equal(
            "Connector:Network:AllowPrivateAddresses: \"*.local\" is neither a host name (n8n or n8n:5678) nor an address (192.168.1.20) "
                + "nor a range (192.168.0.0/16). Correct it and start again.",
            refused.Message);
    }

    [Fact]
    public async Task The_start_logs_which_private_addresses_are_allowed()
    {
        await using var app = await SidecarApp.StartAsync(
            settings: ["Connector:Network:AllowPrivateAddresses=n8n:5678, 10.0.0.0/8", "Logging:LogLevel:Default=Information"]);

        const string notice = "may reach these private addresses: n8n:5678, 10.0.0.0/8 (setting Connector:Network:AllowPrivateAddresses)";
        Assert.Single(app.Logs.Lines, line => line.Contains(notice, StringComparison.Ordinal));
    }
}
