using Connector.Settings;

namespace Connector.Tests.Settings;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("Connector:Vidoes:AtOnce", "Connector:Videos:AtOnce")]
    [InlineData("Connector:Pinterest:ApiBaseUr", "Connector:Pinterest:ApiBaseUrl")]
    [InlineData("Connector:DataDir", "Connector:DataDirectory")]
    [InlineData("Conector:DataDirectory", "Connector:DataDirectory")]
    [InlineData("Connector:Pinterest:AppSecrets", "Connector:Pinterest:AppSecret")]
    [InlineData("Connector:Videos:AtOnce:0", "Connector:Videos:AtOnce")]
    public void A_setting_that_does_not_exist_is_named_with_the_nearest_that_does(string wrong, string near)
    {
        var warning = Assert.Single(Warnings($"--{wrong}=a-value"));

        Assert.Contains($"no setting {wrong} ", warning, StringComparison.Ordinal);
        Assert.EndsWith($"Did you mean {near}?", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("a-value", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connector:Videos:AtOnce=3")]
    [InlineData("CONNECTOR:VIDEOS:ATONCE=3")]
    [InlineData("Connector:Network:AllowPrivateAddresses:0=n8n")]
    [InlineData("Connector:Simulator:OrgWritePerMinute=3")]
    [InlineData("Logging:LogLevel:Connector.Pins=Debug")]
    public void A_setting_that_exists_is_not_doubted(string setting) => Assert.Empty(Warnings("--" + setting));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Videos", "vidoes", 2)]
    [InlineData("same", "SAME", 0)]
    public void A_distance_counts_letters_to_change(string one, string other, int distance) =>
        Assert.Equal(distance, UnknownSettings.Distance(one, other));

    private static List<string> Warnings(string argument)
    {
        var builder = ConnectorApp.Builder([argument]);
        return [.. UnknownSettings.Warnings(builder.Configuration, SettingsSection.SettingsOf(builder.Services))];
    }
}
