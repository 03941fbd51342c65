using System.ComponentModel.DataAnnotations;
using Connector.Settings;

namespace Connector.Pinterest;

/// <summary>How much Pinterest lets the app do.</summary>
/// <remarks>https://developers.pinterest.com/docs/key-concepts/access-tiers/</remarks>
internal enum AccessTier
{
    Trial,
    Standard,
}

/// <summary>The user's Pinterest app and where Pinterest is: section <c>Connector:Pinterest</c>.</summary>
internal sealed class PinterestOptions
{
    public const string Section = "Connector:Pinterest";

    public string? AppId { get; set; }

    [Secret]
    public string? AppSecret { get; set; }

    public AccessTier AccessTier { get; set; } = AccessTier.Standard;

    [SafeAddress]
    public Uri ApiBaseUrl { get; set; } = new("https://api.pinterest.com/v5");

    [SafeAddress]
    public Uri SandboxBaseUrl { get; set; } = new("https://api-sandbox.pinterest.com/v5");

    /// <summary>The consent page, shared by production and sandbox.</summary>
    [SafeAddress]
    public Uri OAuthUrl { get; set; } = new("https://www.pinterest.com/oauth/");

    /// <summary>One create, end to end; long, because Pinterest fetches an image URL inside the request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Where videos may be uploaded to, separated by commas; <c>*</c> stands for letters of one part of a name.</summary>
    [HostNames]
    public string UploadHosts { get; set; } = Media.UploadHosts.Default;
}

/// <summary>Host names separated by commas, without schemes, ports or paths.</summary>
internal sealed class HostNamesAttribute()
    : SettingRuleAttribute("host names separated by commas, such as files.example.com; * stands for letters of one part of a name")
{
    public override bool IsValid(object? value) => value is string text
        && SettingText.Split(text) is { Length: > 0 } names
        && names.All(name => Uri.CheckHostName(name.Replace('*', 'x')) is not UriHostNameType.Unknown);
}
