using Connector.Keys;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Operations
{
    public static readonly IReadOnlyList<Type> All = [.. Keys];

    private static IEnumerable<Type> Keys =>
        [typeof(WhoAmI), typeof(CreateKey), typeof(ListKeys), typeof(RevokeKey)];
}
