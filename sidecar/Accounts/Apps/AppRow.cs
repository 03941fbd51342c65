namespace Connector.Accounts.Apps;

/// <summary>A row of <c>apps</c>; its secret is sealed.</summary>
internal sealed record AppRow
{
    public string WorkspaceId { get; init; } = "";
    public string AppId { get; init; } = "";
    public string AppSecret { get; init; } = "";
    public string AccessTier { get; init; } = "";
    public bool IsCurrent { get; init; }

    public override string ToString() => AppId;
}
