using Connector.Settings;

namespace Connector.Assets;

/// <summary>A store that speaks S3, for files: section <c>Connector:Assets:S3</c>.</summary>
internal sealed class S3StoreOptions
{
    /// <summary>Where it is; null for Amazon's own.</summary>
    [StoreAddress]
    public Uri? Endpoint { get; set; }

    /// <summary>It has to be there.</summary>
    public string? Bucket { get; set; }

    /// <summary>What requests are signed for; most other stores than Amazon's take any.</summary>
    [RegionName]
    public string Region { get; set; } = "us-east-1";

    /// <summary>Null for the credentials that the machine has, as from a role of Amazon's.</summary>
    public string? AccessKey { get; set; }

    [Secret]
    public string? SecretKey { get; set; }

    /// <summary>Whether the bucket is named in the path; else in the host's name.</summary>
    public bool PathStyle { get; set; } = true;

    /// <summary>What the name of each file begins with, such as pins/; the store may hold other files too.</summary>
    public string? Prefix { get; set; }
}

/// <summary>The address of a store.</summary>
internal sealed class StoreAddressAttribute()
    : SettingRuleAttribute("an http or https address without a path, such as https://s3.example.com")
{
    public override bool IsValid(object? value) => value is null
        || value is Uri { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", PathAndQuery: "/", Fragment: "", Host.Length: > 0 };
}

/// <summary>The name of a region.</summary>
internal sealed class RegionNameAttribute() : SettingRuleAttribute("the name of a region, such as us-east-1 or auto")
{
    public override bool IsValid(object? value) =>
        value is string { Length: > 0 } name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}

/// <summary>A kind of store that there is.</summary>
internal sealed class KnownStoreAttribute() : SettingRuleAttribute($"{AssetOptions.Folder} or {AssetOptions.S3Store}")
{
    public override bool IsValid(object? value) => value is AssetOptions.Folder or AssetOptions.S3Store;
}
