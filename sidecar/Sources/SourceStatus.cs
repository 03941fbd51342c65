namespace Connector.Sources;

/// <summary>Whether a source is watched.</summary>
internal static class SourceStatus
{
    /// <summary>It is looked at again and again.</summary>
    public const string Active = "active";

    /// <summary>Somebody paused it: it is not looked at.</summary>
    public const string Paused = "paused";

    /// <summary>It could not be read several times after each other; it is tried again.</summary>
    public const string Failing = "failing";

    public static readonly IReadOnlyList<string> All = [Active, Paused, Failing];
}
