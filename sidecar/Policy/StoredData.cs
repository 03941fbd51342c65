using System.Globalization;
using Connector.Assets;
using Connector.Catalogs;
using Connector.Imports;
using Connector.Pins;
using Connector.Policy.Stored;
using Connector.Webhooks;
using Microsoft.Extensions.Options;

namespace Connector.Policy;

/// <summary>All that this installation stores: every column, with how long its settings keep it.</summary>
internal sealed class StoredData(
    IOptions<PinRetentionOptions> pins, IOptions<EventRetentionOptions> events, IOptions<ImportRetentionOptions> imports,
    IOptions<ItemJobRetentionOptions> itemJobs, IOptions<AssetOptions> files)
{
    private const string Resource = "Connector.Policy.Stored.columns.txt";

    /// <summary>In the order in which a person reads them: tables that belong together stand together.</summary>
    public IReadOnlyList<StoredColumn> Columns() => ColumnList.Read(Text(), new Dictionary<string, string>
    {
        ["pins"] = Days(pins.Value.Pins),
        ["events"] = Days(events.Value.Events),
        ["imports"] = Days(imports.Value.Imports),
        ["import_keys"] = Days(imports.Value.ImportKeys),
        ["item_jobs"] = Days(itemJobs.Value.ItemJobs),
        ["files"] = Days(files.Value.Retention),
    });

    private static string Days(TimeSpan time) => time.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.##} day{(time.TotalDays == 1 ? "" : "s")}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.##} hour{(time.TotalHours == 1 ? "" : "s")}");

    private static string Text()
    {
        using var reader = new StreamReader(typeof(StoredData).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }
}
