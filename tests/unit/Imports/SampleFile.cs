using Connector.Imports;
using Connector.Imports.Intake;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;
using Connector.Tests.Support;

namespace Connector.Tests.Imports;

/// <summary>Reads files as an import does, without the database.</summary>
internal static class SampleFile
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Repository.Path("tests", "unit", "Imports", "Samples", name));

    public static string EncodingOf(byte[] bytes)
    {
        var encoding = new EncodingDetector();
        encoding.Add(bytes);
        return encoding.Name;
    }

    public static string? FormatOf(byte[] bytes, string name) => FormatDetector.Of(bytes, EncodingOf(bytes), name);

    public static async Task<List<ImportItem>> ItemsAsync(byte[] bytes, string name)
    {
        using var file = new MemoryStream(bytes);
        var reader = ItemReaders.Open(file, FormatOf(bytes, name)!, EncodingOf(bytes), new ColumnRoles(null))!;
        return await reader.ReadAsync(CancellationToken.None).ToListAsync();
    }

    public static async Task<List<RowPlan>> PlansAsync(string name, ImportMapping mapping, string? sourceUrl = null)
    {
        var row = new ImportRow { Id = "imp_1", AccountId = "acc_1", SourceUrl = sourceUrl };
        var planner = new RowPlanner(row, new ReadyMapping(mapping), TimeZoneInfo.Utc);
        return (await ItemsAsync(Bytes(name), name)).ConvertAll(planner.Of);
    }
}
