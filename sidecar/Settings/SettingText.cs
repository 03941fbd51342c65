using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Connector.Settings;

/// <summary>How settings are written, and what is said of them.</summary>
internal static partial class SettingText
{
    private const int MostShown = 80;

    /// <summary>A list is one value with commas or spaces, as people write it in an environment variable, or a JSON array.</summary>
    public static IReadOnlyList<string> Entries(IConfigurationSection section) =>
        [.. section.GetChildren().Prepend(section).SelectMany(each => Split(each.Value ?? ""))];

    public static string[] Split(string text) =>
        text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A value on one line, however long it is and whatever it holds.</summary>
    public static string Printable(string text)
    {
        var line = UserInfo().Replace(string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter)), "://…@");
        return line.Length <= MostShown ? line : line[..MostShown] + "…";
    }

    /// <summary>What a setting may be, made of its type and its rules.</summary>
    public static string Allowed(PropertyInfo property)
    {
        var rules = property.GetCustomAttributes<ValidationAttribute>().ToList();
        if (rules.OfType<SettingRuleAttribute>().FirstOrDefault() is { } own) return own.Allowed;

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum) return string.Join(" or ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()));
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(string)) return "a text";

        var kind = type == typeof(TimeSpan)
            ? "a length of time as hours:minutes:seconds, with days in front (7.00:00:00),"
            : "a whole number";
        return rules.OfType<RangeAttribute>().FirstOrDefault() is { } range ? $"{kind} {Bounds(range)}" : kind.TrimEnd(',');
    }

    private static string Bounds(RangeAttribute range)
    {
        if (range.Maximum is long.MaxValue or double and > 1e18) return $"from {Number(range.Minimum)}";
        return range.OperandType == typeof(TimeSpan)
            ? $"from {range.Minimum} to {range.Maximum}"
            : $"from {Number(range.Minimum)} to {Number(range.Maximum)}";
    }

    // A password in an address must not end in a log.
    [GeneratedRegex("://[^/@]*@")]
    private static partial Regex UserInfo();

    private static string Number(object bound) => string.Create(CultureInfo.InvariantCulture, $"{bound:N0}");
}
