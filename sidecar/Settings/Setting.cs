using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Connector.Settings;

/// <summary>One setting: the property that holds it, and what is wrong with a value given for it.</summary>
internal sealed class Setting
{
    private static readonly string OwnCode = typeof(Setting).Assembly.FullName!;

    private readonly PropertyInfo _property;
    private readonly bool _mayBeEmpty;

    private Setting(string name, PropertyInfo property)
    {
        (Name, _property) = (name, property);
        _mayBeEmpty = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
    }

    /// <summary>Such as <c>Connector:Videos:AtOnce</c>.</summary>
    public string Name { get; }

    public string EnvironmentName => Name.Replace(":", "__", StringComparison.Ordinal);

    public PropertyInfo Property => _property;

    public bool IsSecret => _property.IsDefined(typeof(SecretAttribute));

    /// <summary>Several texts: as one value separated by commas, or numbered as in a JSON array.</summary>
    public bool IsList => _property.PropertyType == typeof(IReadOnlyList<string>);

    /// <summary>What a section's type can hold; a property with a type of ours is a section of its own.</summary>
    public static IEnumerable<Setting> Of(string section, Type type) => type
        .GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true })
        .SelectMany(property => property.PropertyType is { IsClass: true } inner && inner.Assembly.FullName == OwnCode
            ? Of($"{section}:{property.Name}", inner)
            : [new Setting($"{section}:{property.Name}", property)]);

    /// <summary>What is wrong with what is configured, in one line; null when nothing is.</summary>
    public string? ProblemIn(IConfiguration configuration)
    {
        var given = configuration.GetSection(Name);
        if (IsList) return ProblemOf(SettingText.Entries(given));
        if (given.Value is not { } text || (text.Length == 0 && _mayBeEmpty)) return null;
        if (!TryRead(text, out var value)) return Explain(null, text);
        return Broken(value) is { } broken ? Explain(broken, text) : null;
    }

    private string? ProblemOf(IReadOnlyList<string> entries) =>
        Broken(entries) is { } broken ? Explain(broken, string.Join(", ", entries)) : null;

    private ValidationAttribute? Broken(object? value) =>
        _property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => !rule.IsValid(value));

    private bool TryRead(string text, out object? value)
    {
        var type = Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;
        value = null;
        // An empty address would be read as none.
        if (text.Length == 0 && type != typeof(string)) return false;
        // The framework would also take a number for a name, whether there is such a name or not.
        if (type.IsEnum && !Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase)) return false;

        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    private string Explain(ValidationAttribute? broken, string text)
    {
        if (broken is SettingRuleAttribute rule && rule.Explain(Name, text) is { } explained) return explained;

        var given = IsSecret ? "what is set is not" : $"it is \"{SettingText.Printable(text)}\"";
        return $"{Name} must be {SettingText.Allowed(_property)}; {given}. As an environment variable: {EnvironmentName}";
    }
}
