using Connector.Http;
using Connector.Keys;
using Connector.Pacing;
using Connector.Webhooks;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Operations
{
    public static readonly IReadOnlyList<Type> All = [.. Keys, .. Pacing, .. Webhooks, .. Health];

    private static IEnumerable<Type> Keys =>
        [typeof(WhoAmI), typeof(CreateKey), typeof(ListKeys), typeof(RevokeKey)];

    private static IEnumerable<Type> Pacing =>
        [typeof(GetRateMeter)];

    private static IEnumerable<Type> Webhooks =>
    [
        typeof(RegisterWebhook),
        typeof(ListWebhooks),
        typeof(GetWebhook),
        typeof(UpdateWebhook),
        typeof(DeleteWebhook),
        typeof(RotateSecret),
        typeof(TestWebhook),
        typeof(ListDeliveries),
        typeof(Redeliver),
        typeof(ListEvents),
        typeof(StreamEvents),
    ];

    private static IEnumerable<Type> Health =>
        [typeof(Health)];
}
