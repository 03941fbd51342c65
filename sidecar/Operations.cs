using Connector.Keys;
using Connector.Pins;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Operations
{
    public static readonly IReadOnlyList<Type> All = [.. Keys, .. Pins];

    private static IEnumerable<Type> Keys =>
        [typeof(WhoAmI), typeof(CreateKey), typeof(ListKeys), typeof(RevokeKey)];

    private static IEnumerable<Type> Pins =>
    [
        typeof(CreatePin), typeof(CreatePins), typeof(ValidatePin), typeof(GetPin), typeof(ListPins), typeof(EditPin), typeof(CancelPin),
        typeof(RetryPin), typeof(ResolvePin), typeof(DeletePin), typeof(ListAttempts), typeof(ListPinDeliveries), typeof(PlanPins),
    ];
}
