using System.Text.Json;
using Connector.Http;

namespace Connector.Policy;

/// <summary><c>connector audit-data</c>: lists what is stored, who it is from and until when. It opens no database.</summary>
internal static class AuditDataCommand
{
    public static async Task RunAsync(StoredData stored, bool asJson, TextWriter output)
    {
        var columns = stored.Columns();
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(columns, Json.Options));
            return;
        }

        foreach (var table in columns.GroupBy(column => column.Table))
        {
            await output.WriteLineAsync($"{table.Key}: {table.First().Until}");
            foreach (var column in table)
            {
                var until = column.Until == table.First().Until ? "" : $"; {column.Until}";
                await output.WriteLineAsync($"  {column.Column,-24} {column.From,-10} {column.Holds}{until}");
            }
        }

        await output.WriteLineAsync($"{columns.Count} lines. user: given by a caller or the settings. ours: made by the connector. "
            + "pinterest: from an answer of Pinterest.");
    }
}
