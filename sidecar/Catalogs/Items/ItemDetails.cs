using System.Text.Json;
using Connector.Http;

namespace Connector.Catalogs.Items;

/// <summary>What there is to say about an item beside its status, as it is stored.</summary>
internal sealed record ItemDetails
{
    public IReadOnlyList<ItemMessage>? Errors { get; init; }
    public IReadOnlyList<ItemMessage>? Warnings { get; init; }

    /// <summary>What to do where no error of Pinterest's says more.</summary>
    public string? WhatToDo { get; init; }

    public string? Store() =>
        Errors is null && Warnings is null && WhatToDo is null ? null : JsonSerializer.Serialize(this, Json.Options);

    public static ItemDetails Read(string? stored) =>
        stored is null ? new() : JsonSerializer.Deserialize<ItemDetails>(stored, Json.Options)!;
}
