using Connector.Settings;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Settings;

public sealed class SettingsTests
{
    private static readonly IReadOnlyList<Setting> Known = SettingsSection.SettingsOf(ConnectorApp.Builder([]).Services);

    public static TheoryData<string> Names() => [.. WrongSettings.Rows.Keys];

    [Fact]
    public void Every_setting_has_a_row_of_wrong_values_or_takes_any_text() => Assert.Equal(
        Known.Select(setting => setting.Name).Order(),
        WrongSettings.Rows.Keys.Concat(WrongSettings.TakeAnyText).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_value_is_said_in_one_line_with_the_setting_the_value_and_what_is_allowed(string name)
    {
        var setting = Known.Single(each => each.Name == name);
        foreach (var value in WrongSettings.Rows[name])
        {
            var line = Assert.Single(Refused($"--{name}={value}"));

            Assert.StartsWith(name, line, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', line);
            Assert.Matches(" must be |is neither", line);
            if (!setting.IsList) Assert.EndsWith("As an environment variable: " + setting.EnvironmentName, line, StringComparison.Ordinal);
            if (setting.IsSecret) Assert.DoesNotContain(value, line, StringComparison.Ordinal);
            else Assert.Contains(setting.IsList ? value.Split(' ')[^1] : $"it is \"{Shown(value)}\"", line, StringComparison.Ordinal);
        }
    }

    // A password in an address is no setting that is known to be secret, and is not shown either; of a long value only its beginning is.
    private static string Shown(string value) =>
        value.Length > 80 ? value[..80] + "…" : value.Replace("user:password@", "…@", StringComparison.Ordinal);

    [Fact]
    public void One_start_names_everything_that_is_wrong()
    {
        var lines = Refused(
            [.. WrongSettings.Rows.Select(row => $"--{row.Key}={row.Value[0]}"), "--urls=nope", "--Logging:LogLevel:Default=loud"]);

        Assert.Equal(WrongSettings.Rows.Count + 2, lines.Count);
    }

    [Fact]
    public void What_is_empty_in_a_compose_file_counts_as_not_set() => ConnectorApp.Builder(
        [.. WrongSettings.TakeAnyText.Append("Connector:BootstrapApiKey").Append("Connector:MasterKey").Select(name => $"--{name}=")]);

    [Theory]
    [InlineData("Connector:Pinterest:ApiBaseUrl=http://127.0.0.1:8080/v5")]
    [InlineData("Connector:Pinterest:ApiBaseUrl=http://localhost/v5")]
    [InlineData("Connector:Pinterest:ApiBaseUrl=http://[::1]:80/v5")]
    [InlineData("Connector:Pinterest:AccessTier=TRIAL")]
    [InlineData("Connector:Reconciling:Looks=0.1, 0.2 ,30")]
    [InlineData("Connector:Videos:Lead=00:00:00")]
    [InlineData("Connector:Pinterest:UploadHosts=*.example.com files.example.org")]
    [InlineData("Connector:Database:FreeSpaceFloorBytes=9223372036854775807")]
    [InlineData("Connector:PublicUrl=https://pins.example.com/")]
    [InlineData("Connector:PublicUrl=http://connector.lan:5280")]
    [InlineData("urls=http://0.0.0.0:5280;http://[::1]:0")]
    [InlineData("urls=http://+:80")]
    public void A_right_value_is_taken(string setting) => ConnectorApp.Builder(["--" + setting]);

    [Theory]
    [InlineData("urls", "nope")]
    [InlineData("urls", "127.0.0.1:5280")]
    [InlineData("urls", "http://127.0.0.1:65536")]
    [InlineData("urls", "http://127.0.0.1:-1")]
    [InlineData("urls", "http://127.0.0.1:0;http://a b")]
    [InlineData("urls", "http://127.0.0.1:80x")]
    [InlineData("urls", "http://127.0.0.1:5280/path")]
    [InlineData("urls", "https://127.0.0.1:5280")]
    [InlineData("urls", "ftp://127.0.0.1:5280")]
    [InlineData("Logging:Console:FormatterName", "xml")]
    [InlineData("Logging:LogLevel:Default", "loud")]
    public void A_wrong_value_for_the_host_is_said_the_same_way(string name, string value)
    {
        var line = Assert.Single(Refused($"--{name}={value}"));

        Assert.Contains(name + " must be ", line, StringComparison.Ordinal);
        Assert.Contains(value.Split(';')[^1], line, StringComparison.Ordinal);
        Assert.Contains("As an environment variable: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_any_length_and_with_line_breaks_stays_one_short_line()
    {
        var line = Assert.Single(Refused("--Connector:Videos:AtOnce=1\n2\r" + new string('x', 5000)));

        Assert.DoesNotContain('\n', line);
        Assert.InRange(line.Length, 1, 300);
    }

    private static List<string> Refused(params string[] arguments) =>
        [.. Assert.Throws<OptionsValidationException>(() => ConnectorApp.Builder(arguments)).Failures];
}
