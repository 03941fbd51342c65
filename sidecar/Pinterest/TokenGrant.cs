using System.Text.Json.Serialization;

namespace Connector.Pinterest;

/// <summary>What the token endpoint gave; lifetimes are in seconds, <see cref="RefreshTokenExpiresAt"/> in Unix seconds.</summary>
internal sealed record TokenGrant
{
    [JsonRequired]
    public required string AccessToken { get; init; }
    public string? TokenType { get; init; }
    public string? ResponseType { get; init; }
    public long? ExpiresIn { get; init; }
    public string? RefreshToken { get; init; }
    public long? RefreshTokenExpiresIn { get; init; }
    public long? RefreshTokenExpiresAt { get; init; }

    /// <summary>Everything the user ever granted the app, which may be wider than what was asked for.</summary>
    public string? Scope { get; init; }

    public override string ToString() => $"token grant for {Scope}";
}
