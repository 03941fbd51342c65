using System.Security.Cryptography;
using System.Text.Json;
using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Items;

/// <summary>Accepts items: once it returns, all of them are on disk.</summary>
internal sealed class ItemIntake(AccountChoice accounts, ItemJobStore jobs, TimeProvider clock)
{
    public async Task<(ItemJobRow Row, bool IsNew)> AcceptAsync(Caller caller, SendItemsRequest request, string? key)
    {
        var account = accounts.Of(caller, request.AccountId);
        var operation = CatalogWords.One("operation", request.Operation, ItemOperation.All);
        ItemChecks.Ensure(operation, request.Items);
        var country = CatalogWords.One("country", request.Country, CatalogValues.Countries);
        var language = CatalogWords.One("language", request.Language, CatalogValues.Languages);
        var now = clock.GetUtcNow();
        var row = new ItemJobRow
        {
            Id = Id.New("items_", now),
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            KeyId = caller.KeyId,
            AdAccountId = request.AdAccountId,
            CatalogId = request.CatalogId,
            Operation = operation,
            Country = country,
            Language = language,
            IdempotencyKey = key,
            RequestHash = HashOf(request with
            {
                AccountId = account.Id,
                Operation = operation,
                Country = country,
                Language = language,
                IdempotencyKey = null,
            }),
            Total = request.Items.Count,
            CreatedAt = now,
            UpdatedAt = now,
        };
        if (jobs.FindByKey(account.Id, key) is { } earlier) return (Same(earlier, row), false);
        AccountCapabilities.EnsureGranted(account, AccountCapabilities.SendItems);
        DirectWrites.EnsureApproved(caller, account, AccountSettings.From(account).RequireApproval, "a job of items");

        List<ReadyBatch> batches = [.. request.Items.Chunk(ItemBatchRequest.Most).Select(items => Batch(operation, items))];
        var (stored, isNew) = await jobs.AddAsync(row, batches);
        return (Same(stored, row), isNew);
    }

    private static ItemJobRow Same(ItemJobRow stored, ItemJobRow asked) =>
        stored.RequestHash == asked.RequestHash ? stored : throw ItemProblems.KeyReused(asked.IdempotencyKey!, stored.Id);

    private static ReadyBatch Batch(string operation, CatalogItem[] items) => new(
        JsonSerializer.Serialize(
            items.Select(item => new SentItem(item.ItemId, operation.ToUpperInvariant(), item.Attributes, item.UpdateMask)), Sent),
        [.. items.Select(item => item.ItemId)]);

    private static string HashOf(SendItemsRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Json.Options)));

    private static readonly JsonSerializerOptions Sent = new(Json.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record SentItem(
        string ItemId, string Operation, IReadOnlyDictionary<string, JsonElement>? Attributes, IReadOnlyList<string>? UpdateMask);
}
