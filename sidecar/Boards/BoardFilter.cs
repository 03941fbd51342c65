namespace Connector.Boards;

/// <summary>Which boards Pinterest lists, by who may see them.</summary>
internal static class BoardFilter
{
    public static readonly IReadOnlyList<string> All = ["ALL", "PUBLIC", "PROTECTED", "SECRET", "PUBLIC_AND_SECRET"];
}
