namespace Connector.Pinterest;

/// <summary>The user's own Pinterest app.</summary>
internal sealed record AppCredentials(string AppId, string AppSecret)
{
    public override string ToString() => $"app {AppId}";
}
