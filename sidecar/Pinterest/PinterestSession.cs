namespace Connector.Pinterest;

/// <summary>On whose behalf a call is made, with what token, and who counts it.</summary>
internal sealed record PinterestSession(PinterestEnvironment Environment, string AccessToken, ICallMeter Meter)
{
    public override string ToString() => $"{Environment} session";
}
