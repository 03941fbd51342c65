using System.Text.Json;
using Connector.Pinterest;

namespace Connector.Catalogs.Items;

/// <summary>Makes rows of the items that Pinterest has, in the order in which they were asked for.</summary>
internal static class FoundRows
{
    public static IReadOnlyList<FoundItem> Of(IEnumerable<string> asked, FoundItems found)
    {
        var byId = found.Items.OfType<PinterestItem>().Where(item => item.ItemId is not null).ToLookup(item => item.ItemId!);
        return [.. asked.Select(id => Of(id, byId[id].FirstOrDefault()))];
    }

    private static FoundItem Of(string id, PinterestItem? item)
    {
        var attributes = item?.Attributes is { ValueKind: JsonValueKind.Object } all
            ? all.EnumerateObject().DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Value)
            : null;
        return new FoundItem
        {
            ItemId = id,
            Found = attributes is not null,
            Title = Text("title"),
            Price = Text("price"),
            Availability = Text("availability"),
            Link = Text("link"),
            PinIds = [.. item?.Pins.Select(pin => pin?.Id).OfType<string>() ?? []],
            Attributes = attributes,
            Errors = item is null
                ? [new ItemMessage { Message = "Pinterest says nothing about this item." }]
                : [.. item.Errors.OfType<ItemEvent>().Select(each => new ItemMessage
                {
                    Code = each.Code,
                    Attribute = each.Attribute,
                    Message = each.Message ?? "Pinterest does not say what.",
                })],
        };

        string? Text(string name) => attributes?.TryGetValue(name, out var value) != true ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : value.ValueKind == JsonValueKind.Null ? null
            : value.GetRawText();
    }
}
