using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Pinterest;

/// <summary>The Pinterest user behind a token; <see cref="Id"/> stays, the username may change.</summary>
internal sealed record UserAccount
{
    public string Id { get; init; } = "";
    public string Username { get; init; } = "";

    /// <summary><c>BUSINESS</c> or <c>PINNER</c>.</summary>
    public string? AccountType { get; init; }
    public string? BusinessName { get; init; }
    public string? ProfileImage { get; init; }
    public int? BoardCount { get; init; }
    public int? PinCount { get; init; }
    public int? FollowerCount { get; init; }
    public int? FollowingCount { get; init; }
    public int? MonthlyViews { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }
}
