using System.ComponentModel.DataAnnotations;

namespace Connector.Settings;

/// <summary>A rule for a setting that says in words what is allowed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class SettingRuleAttribute(string allowed) : ValidationAttribute
{
    /// <summary>Follows "must be".</summary>
    public string Allowed { get; } = allowed;

    /// <summary>A sentence of its own for a wrong value, where the usual one would not help.</summary>
    public virtual string? Explain(string name, string text) => null;
}

/// <summary>The value is never shown, neither in a log nor in an error.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
