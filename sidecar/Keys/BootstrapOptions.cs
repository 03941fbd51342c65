using Connector.Settings;

namespace Connector.Keys;

/// <summary>A key that exists from the first start: section <c>Connector</c>.</summary>
internal sealed class BootstrapOptions
{
    public const string Section = "Connector";

    [Secret, LongText]
    public string? BootstrapApiKey { get; set; }
}

/// <summary>A text too long to be guessed.</summary>
internal sealed class LongTextAttribute() : SettingRuleAttribute(
    "at least 32 characters long, so that it cannot be guessed (make one with: openssl rand -hex 32)")
{
    public override bool IsValid(object? value) => value is string { Length: >= KeyBootstrap.MinimumLength };
}
