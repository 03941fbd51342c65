using Connector.Settings;

namespace Connector.Policy;

/// <summary>What only the owner of this installation can say about it: section <c>Connector:Policy</c>.</summary>
internal sealed class PolicyOptions
{
    public const string Section = "Connector:Policy";

    /// <summary>Who runs it: a person or a company.</summary>
    [OneLine(200)]
    public string? Operator { get; set; }

    /// <summary>What it is used for, in a sentence or two.</summary>
    [OneLine(1000)]
    public string? Purpose { get; set; }

    /// <summary>Where people ask about their data: an e-mail address or the address of a page.</summary>
    [OneLine(200)]
    public string? Contact { get; set; }

    /// <summary>Where the privacy policy is published.</summary>
    [PolicyAddress]
    public string? PrivacyUrl { get; set; }
}

/// <summary>A text that stands in one line of a page.</summary>
internal sealed class OneLineAttribute(int most) : SettingRuleAttribute($"one line of at most {most} characters")
{
    public override bool IsValid(object? value) =>
        value is not string text || (text.Length <= most && !text.Any(char.IsControl) && !string.IsNullOrWhiteSpace(text));
}

/// <summary>The address of a page that everybody can open.</summary>
internal sealed class PolicyAddressAttribute() : SettingRuleAttribute("an address such as https://shop.example.com/privacy")
{
    public override bool IsValid(object? value) => value is not string text
        || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "" });
}
