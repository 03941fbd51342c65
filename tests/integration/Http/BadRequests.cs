namespace Connector.Tests.Http;

/// <summary>Requests that must be refused: everything callers get wrong, area by area.</summary>
public static partial class BadRequests
{
    private const int KiB = 1024;

    public static IReadOnlyList<BadRequest> All { get; } = [
        .. Bodies,
        .. Pins,
        .. PinLists,
        .. Images,
        .. Callers,
        .. Boards,
        .. Metrics,
        .. Audience,
        .. Catalogs,
        .. CatalogItems,
        .. Webhooks,
        .. AccountsAndKeys,
        .. Simulator,
        .. Assets
    ];

    private static BadRequest[] Bodies =>
    [
        BadRequest.Invalid("no body at all", "POST /v1/pins", "", "body"),
        BadRequest.Invalid("JSON null", "POST /v1/pins", "null", "body"),
        BadRequest.Invalid("JSON null where the body is the whole request", "POST /v1/keys", "null", "body"),
        BadRequest.Invalid("JSON null for a pin that is only checked", "POST /v1/pins/validate", "null", "body"),
        BadRequest.Invalid("JSON null where the body may be left out", "POST /v1/simulator/reset", "null", "body"),
        .. new[] { "bogus", "utf-7", "\"\"" }.SelectMany(charset => new[] { "/v1/pins", "/v1/assets" }.Select(path =>
            BadRequest.Send($"the charset {charset} at {path}", "POST", path, "{}", 415, "unsupported_media_type") with
            {
                ContentType = $"application/json; charset={charset}"
            })),
        BadRequest.Invalid("a body that is nested too deeply", "POST /v1/keys", new string('[', 100) + new string(']', 100), "body"),
        BadRequest.Get("an API description that does not exist", "/openapi/x.json", 404, "not_found"),
        BadRequest.Get("a query parameter with a typo", "/v1/pins?acount_id=acc_1", 400, "validation_failed", "acount_id"),
        BadRequest.Get("a query parameter where there are none", "/v1/whoami?limit=5", 400, "validation_failed", "limit"),
        BadRequest.Get("a query parameter given twice", "/v1/pins?limit=5&limit=6", 400, "validation_failed", "limit"),
        BadRequest.Get("a query parameter with NUL", "/v1/pins?board_id=%00", 400, "validation_failed", "board_id"),
        BadRequest.Invalid("a JSON array instead of an object", "POST /v1/pins", "[]", "body"),
        BadRequest.Invalid("a JSON string instead of an object", "POST /v1/pins", "\"pin\"", "body"),
        BadRequest.Send("broken JSON", "POST", "/v1/pins", """{"title":""", 400, "validation_failed"),
        BadRequest.Send("a trailing comma", "POST", "/v1/pins", """{"title":"A",}""", 400, "validation_failed"),
        BadRequest.Send("two JSON objects", "POST", "/v1/pins", "{} {}", 400, "validation_failed"),
        new(
            "bytes that are not UTF-8", "POST", "/v1/pins", [.. "{\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8], 400, "validation_failed",
            "title"),
        BadRequest.Invalid("an empty object", "POST /v1/pins", "{}", "board_id"),
        BadRequest.Pin("an unknown field", "\"tilte\":\"A\"", 400, "validation_failed", "tilte"),
        BadRequest.Pin("a field in the wrong case", "\"Title\":\"A\"", 400, "validation_failed", "Title"),
        BadRequest.Pin("a field given twice", "\"title\":\"A\",\"title\":\"B\"", 400, "validation_failed", "title"),
        BadRequest.Send(
            "a body that is too large", "POST", "/v1/keys", $$"""{"name":"{{new string('x', 1100 * KiB)}}"}""", 413, "payload_too_large"),
        BadRequest.Send("a form instead of JSON", "POST", "/v1/pins", "title=A", 415, "unsupported_media_type") with
        {
            ContentType = "application/x-www-form-urlencoded"
        },
        BadRequest.Send(
            "text instead of JSON", "POST", "/v1/pins", "{}", 415, "unsupported_media_type") with { ContentType = "text/plain" },
        BadRequest.Send("a body without content type", "POST", "/v1/pins", "{}", 415, "unsupported_media_type") with { ContentType = "" },
        BadRequest.Send("a method that does not fit", "PUT", "/v1/pins", "{}", 405, "method_not_allowed"),
        BadRequest.Send("a method nobody knows", "BREW", "/v1/pins", "{}", 405, "method_not_allowed"),
        BadRequest.Get("an address that does not exist", "/v1/pin", 404, "not_found"),
        BadRequest.Get("an address outside of the API", "/wp-login.php", 404, "not_found"),
    ];

    private static BadRequest[] Callers =>
    [
        BadRequest.Get("no key", "/v1/pins", 401, "unauthorized") with { As = "nobody" },
        BadRequest.Get("an unknown key", "/v1/pins", 401, "unauthorized") with { As = "unknown" },
        BadRequest.Get("a revoked key", "/v1/pins", 401, "unauthorized") with { As = "revoked" },
        BadRequest.Get("a key in the wrong scheme", "/v1/pins", 401, "unauthorized") with
        {
            As = "nobody", Header = ("Authorization", "Basic cGNrOnBjaw==")
        },
        BadRequest.Get("an empty key", "/v1/pins", 401, "unauthorized") with { As = "nobody", Header = ("X-API-Key", "") },
        BadRequest.Send("publishing as a reader", "POST", "/v1/pins", "{}", 403, "insufficient_scope") with { As = "reader" },
        BadRequest.Send("making keys as a publisher", "POST", "/v1/keys", "{}", 403, "insufficient_scope") with { As = "publisher" },
        BadRequest.Get("another workspace's pin", "/v1/pins/{pin}", 404, "not_found") with { As = "stranger" },
        BadRequest.Send(
            "canceling another workspace's pin", "POST", "/v1/pins/{pin}/cancel", "", 404, "not_found") with { As = "stranger" },
        BadRequest.Get("attempts of another workspace's pin", "/v1/pins/{published}/attempts", 404, "not_found") with { As = "stranger" },
        BadRequest.Get("metrics of another workspace's pin", "/v1/pins/{published}/metrics", 404, "not_found") with { As = "stranger" },
        BadRequest.Get("another workspace's account", "/v1/accounts/{account}", 404, "account_not_found") with { As = "stranger" },
        BadRequest.Get(
            "another workspace's rate meter", "/v1/accounts/{account}/rate-meter", 404, "account_not_found") with { As = "stranger" },
        BadRequest.Get(
            "boards of another workspace's account", "/v1/boards?account_id={account}", 404, "account_not_found") with { As = "stranger" },
        BadRequest.Get("metrics of another workspace's account", "/v1/metrics/account?account_id={account}", 404, "account_not_found") with
        {
            As = "stranger"
        },
        BadRequest.Send("revoking another workspace's key", "DELETE", "/v1/keys/{key}", "", 404, "not_found") with { As = "stranger" },
        BadRequest.Pin("publishing in a workspace without accounts", "\"title\":\"A\"", 409, "account_required") with { As = "stranger" },
    ];
}
