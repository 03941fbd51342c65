using Connector.Settings;

namespace Connector.Accounts.Tokens;

/// <summary>What seals the key ring: section <c>Connector</c>. <see cref="Tokens.MasterKey"/> reads it.</summary>
internal sealed class MasterKeyOptions
{
    public const string Section = "Connector";

    [Secret, MasterKeyForm]
    public string? MasterKey { get; set; }
}

/// <summary>32 bytes as base64.</summary>
internal sealed class MasterKeyFormAttribute() : SettingRuleAttribute("32 bytes as base64 (make one with: openssl rand -base64 32)")
{
    public override bool IsValid(object? value) => value is string text && MasterKey.TryRead(text) is not null;
}
