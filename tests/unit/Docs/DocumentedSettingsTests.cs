using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Connector.Settings;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Docs;

/// <summary>The page of settings lists every option, with the default that its class has.</summary>
public sealed partial class DocumentedSettingsTests
{
    private static readonly string[] SaidInWords =
    [
        "Connector:Pinterest:UploadHosts", "Connector:Network:AllowPrivateAddresses", "Connector:OAuth:ReturnHosts",
        "Connector:OAuth:MoreScopes",
    ];

    private static readonly Dictionary<string, PropertyInfo> Options = SettingsSection
        .SettingsOf(ConnectorApp.Builder([]).Services)
        .ToDictionary(setting => setting.Name, setting => setting.Property);

    public static TheoryData<string> Settings() => [.. Options.Keys];

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_is_on_its_page_with_its_default(string name)
    {
        Assert.True(Rows().TryGetValue(name, out var said), $"{name} is not in settings.md.");
        var usual = Text(Options[name].GetValue(Activator.CreateInstance(Options[name].ReflectedType!)));

        // A default of null is made out of something else at the start, and the page says of what.
        if (usual is not null && !SaidInWords.Contains(name)) Assert.Equal(usual, said);
    }

    [Fact]
    public void The_page_is_read_as_it_is_written()
    {
        Assert.True(Rows().Count > 40, $"Only {Rows().Count} settings were found.");
        Assert.Equal("00:01:30", Rows()["Connector:Pinterest:RequestTimeout"]);
        Assert.Equal("33554432", Rows()["Connector:Database:FreeSpaceFloorBytes"]);
    }

    [Theory]
    [InlineData("simple", "--urls=http://127.0.0.1:0")]
    [InlineData("json", "--Logging:Console:FormatterName=json")]
    public async Task The_log_has_the_form_that_its_setting_names(string form, string setting)
    {
        await using var app = ConnectorApp.Builder([setting]).Build();

        Assert.Equal(form, app.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        Enum or bool => $"{value}".ToLowerInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    // `Connector:A:B`, `:C` | 1,000 (some words) | … ; the names after the first are of its section.
    private static Dictionary<string, string> Rows() => Row()
        .Matches(File.ReadAllText(Repository.Path("sidecar", "docs", "settings.md")))
        .SelectMany(row =>
        {
            var names = Name().Matches(row.Groups["names"].Value).Select(name => name.Groups[1].Value).ToList();
            var section = names[0][..names[0].LastIndexOf(':')];
            return names.Select(name => (name.StartsWith(':') ? section + name : name, Said(row.Groups["default"].Value)));
        })
        .ToDictionary();

    private static string Said(string cell) =>
        Name().Match(cell) is { Success: true } quoted
            ? quoted.Groups[1].Value
            : cell.Split(' ')[0].Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| (?<names>`Connector:[^|]+) \| (?<default>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Name();
}
