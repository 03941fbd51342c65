using System.Text.Json;
using Connector.Http;

namespace Connector.Pins.View;

/// <summary>Which pins a list shows.</summary>
internal sealed record PinFilter
{
    private const string Prefix = "metadata.";

    // As the migration has it.
    private const int LongestValue = 100;

    public required string WorkspaceId { get; init; }
    public IReadOnlyList<string>? AccountIds { get; init; }
    public string? Status { get; init; }
    public string? BoardId { get; init; }
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>A key and value as they stand in the stored JSON object; each must be there.</summary>
    public string? Metadata0 { get; init; }
    public string? Metadata1 { get; init; }
    public string? Metadata2 { get; init; }

    /// <summary>The first of them as <c>pin_metadata</c> has it: its key and the beginning of its value.</summary>
    public string? Entry { get; init; }


    // Only clauses that apply are written, so that the planner sees which index fits. `replace` is the portable, case-sensitive "contains".
    public string Where => string.Join(" and ", new[]
    {
        "workspace_id = @WorkspaceId",
        AccountIds is null ? null : "account_id in @AccountIds",
        // In the text, one of the known words: an index of some statuses is found by no parameter.
        Status is null ? null : $"status = '{Status}'",
        BoardId is null ? null : "board_id = @BoardId",
        CreatedAfter is null ? null : "created_at > @CreatedAfter",
        Metadata0 is null ? null : "replace(metadata, @Metadata0, '') <> metadata",
        Metadata1 is null ? null : "replace(metadata, @Metadata1, '') <> metadata",
        Metadata2 is null ? null : "replace(metadata, @Metadata2, '') <> metadata",
    }.Where(clause => clause is not null));

    /// <summary>The statement of a page, the newest first, which an index has in that order.</summary>
    public string Page(bool hasCursor)
    {
        // A join that is ordered by the one entry's pins; the planner would rather begin with the pins.
        var (from, id) = Entry is null
            ? ("pins", "id")
            : ("pin_metadata cross join pins on id = pin_id and workspace = @WorkspaceId and entry = @Entry", "pin_id");
        var after = hasCursor ? $"and {id} < @cursor" : "";
        return $"select pins.* from {from} where {Where} {after} order by {id} desc limit @rows";
    }

    public static PinFilter Of(Caller caller, IQueryCollection query, ListPinsCall call)
    {
        if (call.Status is not null && !PinStatus.All.Contains(call.Status))
            throw Problems.Invalid("status", $"must be one of {string.Join(", ", PinStatus.All)}.");

        var wanted = query
            .Where(q => q.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(q => (Key: q.Key[Prefix.Length..], Value: q.Value.ToString()))
            .ToList();
        var metadata = wanted.ConvertAll(each => $"{JsonSerializer.Serialize(each.Key)}:{JsonSerializer.Serialize(each.Value)}");
        if (metadata.Count > 3) throw Problems.Invalid("metadata", "can be filtered by at most 3 keys at once.");

        return new PinFilter
        {
            WorkspaceId = caller.WorkspaceId,
            AccountIds = call.AccountId is { } accountId ? [.. new[] { accountId }.Where(caller.MaySee)] : caller.AccountIds?.ToList(),
            Status = call.Status,
            BoardId = call.BoardId,
            CreatedAfter = Rfc3339.Parse(call.CreatedAfter, "created_after"),
            Metadata0 = metadata.ElementAtOrDefault(0),
            Metadata1 = metadata.ElementAtOrDefault(1),
            Metadata2 = metadata.ElementAtOrDefault(2),
            Entry = wanted.Count == 0 ? null : EntryOf(wanted[0].Key, wanted[0].Value),
        };
    }

    // SQLite counts code points.
    private static string EntryOf(string key, string value) =>
        $"{key}={string.Concat(value.EnumerateRunes().Take(LongestValue).Select(rune => rune.ToString()))}";
}
