using System.Text.Json;
using Connector.Http;

namespace Connector.Pins.View;

/// <summary>Which pins a list shows.</summary>
internal sealed record PinFilter
{
    public required string WorkspaceId { get; init; }
    public IReadOnlyList<string>? AccountIds { get; init; }
    public string? Status { get; init; }
    public string? BoardId { get; init; }
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>A key and value as they stand in the stored JSON object; each must be there.</summary>
    public string? Metadata0 { get; init; }
    public string? Metadata1 { get; init; }
    public string? Metadata2 { get; init; }

    // Only clauses that apply are written, so that the planner sees which index fits. `replace` is the portable, case-sensitive "contains".
    public string Where => string.Join(" and ", new[]
    {
        "workspace_id = @WorkspaceId",
        AccountIds is null ? null : "account_id in @AccountIds",
        Status is null ? null : "status = @Status",
        BoardId is null ? null : "board_id = @BoardId",
        CreatedAfter is null ? null : "created_at > @CreatedAfter",
        Metadata0 is null ? null : "replace(metadata, @Metadata0, '') <> metadata",
        Metadata1 is null ? null : "replace(metadata, @Metadata1, '') <> metadata",
        Metadata2 is null ? null : "replace(metadata, @Metadata2, '') <> metadata",
    }.Where(clause => clause is not null));

    public static PinFilter From(Caller caller, IQueryCollection query, ListPinsCall call)
    {
        if (call.Status is not null && !PinStatus.All.Contains(call.Status))
            throw Problems.Invalid("status", $"must be one of {string.Join(", ", PinStatus.All)}.");

        var metadata = query
            .Where(q => q.Key.StartsWith("metadata.", StringComparison.Ordinal))
            .Select(q => $"{JsonSerializer.Serialize(q.Key["metadata.".Length..])}:{JsonSerializer.Serialize(q.Value.ToString())}")
            .ToList();
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
        };
    }
}
