using System.ComponentModel.DataAnnotations;

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
    public string? AppSecret { get; set; }
    public AccessTier AccessTier { get; set; } = AccessTier.Standard;

    [Required]
    public Uri ApiBaseUrl { get; set; } = new("https://api.pinterest.com/v5");

    [Required]
    public Uri SandboxBaseUrl { get; set; } = new("https://api-sandbox.pinterest.com/v5");

    /// <summary>The consent page, shared by production and sandbox.</summary>
    [Required]
    public Uri OAuthUrl { get; set; } = new("https://www.pinterest.com/oauth/");

    /// <summary>One create, end to end; long, because Pinterest fetches an image URL inside the request.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Where videos may be uploaded to, separated by commas; <c>*</c> stands for letters of one part of a name.</summary>
    public string UploadHosts { get; set; } = Media.UploadHosts.Default;
}
