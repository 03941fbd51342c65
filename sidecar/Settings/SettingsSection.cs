using Microsoft.Extensions.Options;

namespace Connector.Settings;

/// <summary>A section of the configuration, and the type whose properties are its settings.</summary>
internal sealed record SettingsSection(string Name, Type Type)
{
    /// <summary>Every setting that the features have registered: the one list of what can be set.</summary>
    public static IReadOnlyList<Setting> SettingsOf(IServiceCollection services) =>
        SettingsOf(services.Select(service => service.ImplementationInstance).OfType<SettingsSection>());

    public static IReadOnlyList<Setting> SettingsOf(IEnumerable<SettingsSection> sections) =>
        [.. sections.SelectMany(section => Setting.Of(section.Name, section.Type))];
}

/// <summary>Registers the settings of a feature.</summary>
internal static class SettingsRegistration
{
    /// <summary>Reads the section into the type; its properties become known settings, which are checked before anything starts.</summary>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(T)));
        return services.AddOptions<T>().BindConfiguration(section);
    }
}
