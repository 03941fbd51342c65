namespace Connector.Pinterest;

/// <summary>On whose behalf a call is made, with what token, and who counts it.</summary>
internal sealed record PinterestSession(PinterestEnvironment Environment, string AccessToken, ICallMeter Meter)
{
    /// <summary>In whose name instead: that of the owner of an ad account, in which the token's user has a role.</summary>
    public string? AdAccountId { get; init; }

    public override string ToString() => $"{Environment} session";
}
