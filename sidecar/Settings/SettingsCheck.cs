using Microsoft.Extensions.Options;

namespace Connector.Settings;

/// <summary>Reads every setting before anything starts, so that one start names all that are wrong.</summary>
internal static class SettingsCheck
{
    /// <exception cref="OptionsValidationException">Holds one line for each wrong setting.</exception>
    public static void Ensure(IReadOnlyList<string> wrong)
    {
        if (wrong.Count > 0) throw new OptionsValidationException("Settings", typeof(SettingsCheck), wrong);
    }

    public static IEnumerable<string> Wrong(IConfiguration configuration, IEnumerable<Setting> settings) =>
        settings.Select(setting => setting.ProblemIn(configuration)).OfType<string>();
}
