using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Connector.Imports.Reading;

/// <summary>Reads an object a line; a line that is none stops no other.</summary>
internal sealed class JsonLinesReader(Stream file, Encoding encoding) : IItemReader
{
    public string[]? Header => null;

    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var budget = new BudgetStream(file, CsvTable.LargestLine);
        using var text = new StreamReader(budget, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var row = 0L;
        while (await text.ReadLineAsync(cancellation) is { } line)
        {
            budget.Renew();
            row++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Item(row, line);
        }
    }

    private static ImportItem Item(long row, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return JsonItem.Of(row, document.RootElement);
        }
        catch (JsonException)
        {
            return ImportItem.Unreadable(row, "The line is not a JSON object.");
        }
    }
}
