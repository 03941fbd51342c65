using Connector.Http;

namespace Connector.Webhooks;

/// <summary>The types of events.</summary>
internal static class EventTypes
{
    public const string AccountHeld = "account.held";
    public const string AccountResumed = "account.resumed";
    public const string AccountReconnectRequired = "account.reconnect_required";

    /// <summary>A webhook failed for days, or its receiver answered 410 Gone.</summary>
    public const string WebhookDisabled = "webhook.disabled";

    /// <summary>Every row of an import was worked; its status says whether some were wrong.</summary>
    public const string ImportCompleted = "import.completed";

    /// <summary>An import cannot go on.</summary>
    public const string ImportFailed = "import.failed";

    /// <summary>Somebody canceled an import; what was done stays.</summary>
    public const string ImportCanceled = "import.canceled";

    /// <summary>A source that is watched could not be read several times after each other.</summary>
    public const string SourceFailing = "source.failing";

    /// <summary>A source that was failing is read again.</summary>
    public const string SourceRecovered = "source.recovered";

    /// <summary>An item is not in its source any more: its owner is asked what shall become of its pin.</summary>
    public const string SourceItemGone = "source.item_gone";

    /// <summary>The same of so many items at once that none of them is named.</summary>
    public const string SourceItemsGone = "source.items_gone";

    /// <summary>Pinterest has processed a feed of products that is watched.</summary>
    public const string CatalogFeedProcessed = "catalog.feed_processed";

    /// <summary>Pinterest could not process it, does not come to an end with it, or has it no longer.</summary>
    public const string CatalogFeedFailed = "catalog.feed_failed";

    /// <summary>Every item of a job has a result; its status says whether some failed.</summary>
    public const string CatalogItemsCompleted = "catalog.items_completed";

    /// <summary>Pinterest takes none of the items of a job, or it cannot go on.</summary>
    public const string CatalogItemsFailed = "catalog.items_failed";

    /// <summary>A caller asked for a test.</summary>
    public const string WebhookTest = "webhook.test";

    /// <summary>What is left of an event whose pin was forgotten; nobody is shown it.</summary>
    public const string Forgotten = "forgotten";

    public static readonly IReadOnlyList<string> All =
    [
        "pin.awaiting_approval", "pin.published", "pin.failed", "pin.unconfirmed", "pin.canceled",
        AccountHeld, AccountResumed, AccountReconnectRequired,
        ImportCompleted, ImportFailed, ImportCanceled, SourceFailing, SourceRecovered, SourceItemGone, SourceItemsGone,
        CatalogFeedProcessed, CatalogFeedFailed, CatalogItemsCompleted, CatalogItemsFailed, WebhookDisabled, WebhookTest,
    ];

    /// <summary>The event of a pin whose status became final, or that waits for approval now.</summary>
    public static string OfPin(string status) => $"pin.{status}";

    /// <summary>Refuses a request whose field names an event that does not exist.</summary>
    public static void EnsureKnown(IEnumerable<string> types, string field)
    {
        if (types.Except(All).FirstOrDefault() is { } unknown)
            throw Problems.Invalid(field, $"names \"{unknown}\", which is no event; the events are {string.Join(", ", All)}.");
    }
}
