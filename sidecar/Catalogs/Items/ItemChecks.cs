using Connector.Http;

namespace Connector.Catalogs.Items;

/// <summary>Refuses items that Pinterest would refuse, or of which it cannot be said what becomes of them.</summary>
internal static class ItemChecks
{
    // So many are named; a list of thousands helps nobody.
    private const int MostNamed = 20;

    public static void Ensure(string operation, IReadOnlyList<CatalogItem> items)
    {
        var wrong = new Dictionary<string, string[]>();
        var seen = new Dictionary<string, int>();
        foreach (var (index, item) in items.Index())
        {
            if (!seen.TryAdd(item.ItemId, index))
                wrong[$"items[{index}].item_id"] =
                    [$"is that of items[{seen[item.ItemId]}] as well: Pinterest does not say which of the two counts."];
            else if (operation != ItemOperation.Delete && item is { Attributes: not { Count: > 0 }, UpdateMask: null })
                wrong[$"items[{index}].attributes"] = [$"is missing; {operation} needs attributes."];
            else if (operation != ItemOperation.Update && item.UpdateMask is not null)
                wrong[$"items[{index}].update_mask"] = ["is for the operation update only."];
            if (wrong.Count == MostNamed) break;
        }

        if (wrong.Count > 0) throw new ProblemException(Problems.InvalidFields(wrong));
    }
}
