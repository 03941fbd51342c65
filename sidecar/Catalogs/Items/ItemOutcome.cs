using Connector.Pinterest;

namespace Connector.Catalogs.Items;

/// <summary>What became of an item.</summary>
internal sealed record ItemOutcome(string Status, ItemDetails Details);

/// <summary>What became of the items of a batch.</summary>
/// <param name="Named">Those of which Pinterest says it, by their ids.</param>
/// <param name="Others">That of all others.</param>
internal sealed record BatchOutcome(IReadOnlyDictionary<string, ItemOutcome> Named, ItemOutcome Others)
{
    private const string Look =
        "Look what Pinterest has: POST /v1/catalogs/items/find. Then send it again, with upsert where it may exist.";

    /// <summary>Reads an answer of Pinterest's; null while it still works the batch.</summary>
    public static BatchOutcome? Of(ItemBatch batch)
    {
        if (batch.Status is not (ItemBatch.Completed or ItemBatch.Failed)) return null;

        var named = new Dictionary<string, ItemOutcome>();
        foreach (var record in batch.Items)
        {
            if (record?.ItemId is { } id && Of(record, batch.Status == ItemBatch.Failed) is { } outcome) named[id] = outcome;
        }

        return new BatchOutcome(
            named,
            batch.Status == ItemBatch.Failed
                ? Refused("Pinterest could not process the batch that the item was in.", "Send it again.")
                : Unknown("Pinterest has ended the batch, and says nothing about this item."));
    }

    /// <summary>Pinterest took none of them.</summary>
    public static BatchOutcome AllRefused(PinterestFailure failure) => new(
        new Dictionary<string, ItemOutcome>(),
        Refused(
            $"Pinterest refused the batch that the item was in: {failure.Message}", "Correct what Pinterest's message names.",
            failure.Code));

    /// <summary>What became of them cannot be known.</summary>
    public static BatchOutcome AllUnconfirmed(string why) => new(new Dictionary<string, ItemOutcome>(), Unknown(why));

    private static ItemOutcome? Of(ItemRecord record, bool isOver)
    {
        var details = new ItemDetails { Errors = Messages(record.Errors), Warnings = Messages(record.Warnings) };
        return record.Status switch
        {
            // Pinterest's description: an item with errors fails, whatever its status is.
            "FAILURE" => new(ItemResultStatus.Failed, details),
            _ when details.Errors is not null => new(ItemResultStatus.Failed, details),
            "SUCCESS" => new(ItemResultStatus.Succeeded, details),
            _ => isOver ? null : Unknown("Pinterest has ended the batch, but not this item."),
        };
    }

    private static ItemOutcome Refused(string message, string whatToDo, int? code = null) => new(
        ItemResultStatus.Failed, new ItemDetails { Errors = [new ItemMessage { Message = message, Code = code }], WhatToDo = whatToDo });

    private static ItemOutcome Unknown(string message) => new(
        ItemResultStatus.Unconfirmed, new ItemDetails { Errors = [new ItemMessage { Message = message }], WhatToDo = Look });

    private static List<ItemMessage>? Messages(IEnumerable<ItemEvent?> events) =>
        events.OfType<ItemEvent>().ToList() is { Count: > 0 } all
            ? all.ConvertAll(each => new ItemMessage
            {
                Code = each.Code,
                Attribute = each.Attribute,
                Message = each.Message ?? "Pinterest does not say what.",
            })
            : null;
}
