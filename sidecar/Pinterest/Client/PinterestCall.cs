using System.Text.Json;

namespace Connector.Pinterest.Client;

/// <summary>One request to Pinterest, before it is given a host and a token.</summary>
internal sealed record PinterestCall(HttpMethod Method, string Path, RateCategory Category)
{
    /// <summary>Nulls are left out.</summary>
    public (string Name, string? Value)[] Query { get; init; } = [];
    public object? Body { get; init; }

    /// <summary>Sent twice it makes two pins, so only an answer that Pinterest documents says that it made none.</summary>
    public bool MakesPin { get; init; }

    /// <summary>Asked when the body would be sent.</summary>
    public Func<bool>? MayBegin { get; init; }

    public string PathAndQuery
    {
        get
        {
            var query = string.Join(
                '&', Query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
            return query.Length == 0 ? Path : $"{Path}?{query}";
        }
    }

    /// <summary>The same in the name of the ad account's owner; null for the token's own user.</summary>
    public PinterestCall For(string? adAccountId) =>
        adAccountId is null ? this : this with { Query = [.. Query, ("ad_account_id", adAccountId)] };

    public SendOnceContent? Content() =>
        Body is null
            ? null
            : new SendOnceContent(
                JsonSerializer.SerializeToUtf8Bytes(Body, Body.GetType(), PinterestJson.Options), "application/json", MayBegin);

    public static PinterestCall Get(RateCategory category, string path, params (string Name, string? Value)[] query) =>
        new(HttpMethod.Get, path, category) { Query = query };

    public static PinterestCall Post(string path, object body) => new(HttpMethod.Post, path, RateCategory.OrgWrite) { Body = body };

    public static PinterestCall Patch(string path, object body) => new(HttpMethod.Patch, path, RateCategory.OrgWrite) { Body = body };

    public static PinterestCall Delete(string path) => new(HttpMethod.Delete, path, RateCategory.OrgWrite);
}
