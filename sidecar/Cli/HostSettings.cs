using Connector.Settings;

namespace Connector.Cli;

/// <summary>The settings that belong to the host and not to a feature: where it listens, and what it logs.</summary>
internal static class HostSettings
{
    private static readonly string[] Forms = ["simple", "json", "systemd"];

    public static IEnumerable<string> Wrong(IConfiguration configuration) => [.. Addresses(configuration), .. Logging(configuration)];

    private static IEnumerable<string> Addresses(IConfiguration configuration) =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(url => !IsAddress(url))
            .Select(url => $"--urls must be http addresses such as {ConnectorApp.DefaultUrl}, separated by semicolons, with ports up to "
                + $"65535 (for https put a proxy in front); \"{SettingText.Printable(url)}\" is not. As an environment variable: "
                + "ASPNETCORE_URLS");

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme == "http" && address.PathBase.Length == 0 && (address.IsUnixPipe || IsPort(address.Port))
                && address.Host.Length > 0 && (address.Host[0] == '[' || !address.Host.Contains(':', StringComparison.Ordinal))
                && !address.Host.Any(letter => char.IsWhiteSpace(letter) || "/\\@?#".Contains(letter));
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsPort(int port) => port is >= 0 and <= 65535;

    private static IEnumerable<string> Logging(IConfiguration configuration)
    {
        if (configuration["Logging:Console:FormatterName"] is { } form && !Forms.Contains(form))
            yield return $"Logging:Console:FormatterName must be {string.Join(" or ", Forms)}; it is \"{SettingText.Printable(form)}\". "
                + "As an environment variable: Logging__Console__FormatterName";

        var levels = configuration.GetSection("Logging:LogLevel").GetChildren()
            .Concat(configuration.GetSection("Logging:Console:LogLevel").GetChildren());
        foreach (var level in levels.Where(level => level.Value is { } name && !IsLevel(name)))
            yield return $"{level.Path} must be {string.Join(", ", Enum.GetNames<LogLevel>())}; it is "
                + $"\"{SettingText.Printable(level.Value!)}\". As an environment variable: "
                + level.Path.Replace(":", "__", StringComparison.Ordinal);
    }

    private static bool IsLevel(string name) => Enum.GetNames<LogLevel>().Contains(name, StringComparer.OrdinalIgnoreCase);
}
