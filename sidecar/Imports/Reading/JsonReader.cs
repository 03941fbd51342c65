using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Connector.Imports.Reading;

/// <summary>Reads a list of objects one by one, or an object that has one.</summary>
internal sealed class JsonReader(Stream file, bool isList) : IItemReader
{
    // Such an object is read whole; a shop's list of products has 250 of them at most.
    private const int LargestObject = 32 * 1024 * 1024;

    private static readonly HashSet<string> Lists = new(
        ["products", "items", "entries", "posts", "pins", "rows", "data", "results"], StringComparer.OrdinalIgnoreCase);

    public string[]? Header => null;

    public IAsyncEnumerable<ImportItem> ReadAsync(CancellationToken cancellation) =>
        isList ? ListAsync(cancellation) : ObjectAsync(cancellation);

    private async IAsyncEnumerable<ImportItem> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var budget = new BudgetStream(file, CsvTable.LargestLine);
        var row = 0L;
        await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(budget, cancellationToken: cancellation))
        {
            budget.Renew();
            yield return JsonItem.Of(++row, item);
        }
    }

    private async IAsyncEnumerable<ImportItem> ObjectAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var document = await JsonDocument.ParseAsync(new BudgetStream(file, LargestObject), default, cancellation);
        var row = 0L;
        foreach (var item in ListIn(document.RootElement)) yield return JsonItem.Of(++row, item);
    }

    private static List<JsonElement> ListIn(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return [];
        var list = root.EnumerateObject().FirstOrDefault(property => property.Value.ValueKind == JsonValueKind.Array
            && property.Value.GetArrayLength() > 0
            && property.Value[0].ValueKind == JsonValueKind.Object);
        if (list.Value.ValueKind == JsonValueKind.Array) return [.. list.Value.EnumerateArray()];
        // A shop that sells nothing now has a list too; one product also has lists that are empty, such as its tags.
        return root.EnumerateObject().Any(property => Lists.Contains(property.Name) && property.Value.ValueKind == JsonValueKind.Array)
            ? []
            : [root];
    }
}
