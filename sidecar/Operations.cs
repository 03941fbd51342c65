using Connector.Assets;
using Connector.Keys;
using Connector.Simulator;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Operations
{
    public static readonly IReadOnlyList<Type> All = [.. Keys, .. Assets, .. Simulator];

    private static IEnumerable<Type> Keys =>
        [typeof(WhoAmI), typeof(CreateKey), typeof(ListKeys), typeof(RevokeKey)];

    private static IEnumerable<Type> Assets =>
        [typeof(AddAsset), typeof(ListAssets), typeof(GetAsset), typeof(DeleteAsset)];

    private static IEnumerable<Type> Simulator =>
        [typeof(OrderFault), typeof(ListFaults), typeof(ClearFaults), typeof(ResetSimulator), typeof(ListSimulatorPins)];
}
