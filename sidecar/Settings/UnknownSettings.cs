using Connector.Common;

namespace Connector.Settings;

/// <summary>Finds what was set but does not exist, mostly a name typed wrong, which would otherwise change nothing in silence.</summary>
internal static class UnknownSettings
{
    private const string Root = "Connector";

    public static IEnumerable<string> Warnings(IConfiguration configuration, IReadOnlyList<Setting> settings) => configuration
        .AsEnumerable()
        .Where(pair => pair.Value is not null && IsMeantForUs(pair.Key) && !settings.Any(setting => Is(setting, pair.Key)))
        .Select(pair => Warning(pair.Key, settings))
        .Order(StringComparer.Ordinal);

    private static string Warning(string key, IReadOnlyList<Setting> settings)
    {
        var near = settings.MinBy(setting => Distance(setting.Name, key))!;
        var environmentName = key.Replace(":", "__", StringComparison.Ordinal);
        return $"There is no setting {SettingText.Printable(key)} (environment variable {SettingText.Printable(environmentName)}), so it "
            + $"changes nothing. Did you mean {near.Name}?";
    }

    // Whoever types a name wrong may write its letters large or small.
    public static int Distance(string one, string other) => Spelling.Edits(one.ToUpperInvariant(), other.ToUpperInvariant());

    // Also a section whose own name is typed wrong, such as Conector:DataDirectory.
    private static bool IsMeantForUs(string key) =>
        key.Contains(':', StringComparison.Ordinal) && Distance(key.Split(':')[0], Root) <= 2;

    private static bool Is(Setting setting, string key) =>
        key.Equals(setting.Name, StringComparison.OrdinalIgnoreCase)
            || (setting.IsList && key.StartsWith(setting.Name + ":", StringComparison.OrdinalIgnoreCase));
}
