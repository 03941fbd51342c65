namespace Connector.Audience;

/// <summary>What keywords have to do with the terms that are asked for.</summary>
internal static class KeywordKind
{
    /// <summary>What people who search them search as well.</summary>
    public const string Related = "related";

    /// <summary>What people search that begins so.</summary>
    public const string Suggested = "suggested";

    public static readonly IReadOnlyList<string> All = [Related, Suggested];
}
