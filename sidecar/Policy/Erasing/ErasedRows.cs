namespace Connector.Policy.Erasing;

/// <summary>Which rows are about an account: each table before those that its rows need.</summary>
internal static class ErasedRows
{
    private const string OfPins = "pin_id in (select id from pins where account_id = @id)";
    private const string OfImports = "import_id in (select id from imports where account_id = @id)";
    private const string OfItemJobs = "job_id in (select id from item_jobs where account_id = @id)";
    private const string OfEvents =
        "event_id in (select id from events where account_id = @id or pin_id in (select id from pins where account_id = @id))";

    public static readonly IReadOnlyList<(string Table, string Condition)> All =
    [
        ("delivery_attempts", $"delivery_id in (select id from deliveries where {OfEvents})"),
        ("deliveries", OfEvents),
        ("events", $"account_id = @id or {OfPins}"),
        ("import_results", OfImports),
        ("import_pieces", OfImports),
        ("import_keys", "account_id = @id"),
        ("import_mappings", "account_id = @id"),
        ("imports", "account_id = @id"),
        ("source_items", "source_id in (select id from sources where account_id = @id)"),
        ("sources", "account_id = @id"),
        ("item_results", OfItemJobs),
        ("item_batches", OfItemJobs),
        ("item_jobs", "account_id = @id"),
        ("feed_watches", "account_id = @id"),
        ("videos", $"account_id = @id or {OfPins}"),
        ("attempts", $"account_id = @id or {OfPins}"),
        ("pin_images", OfPins),
        ("asset_uses", OfPins),
        ("pin_metadata", OfPins),
        ("pins", "account_id = @id"),
        ("calls", "account_id = @id"),
        ("learned_limits", "account_id = @id"),
        ("link_holds", "account_id = @id"),
        ("lanes", "account_id = @id"),
        ("connection_starts", "account_id = @id"),
        ("accounts", "id = @id"),
    ];
}
