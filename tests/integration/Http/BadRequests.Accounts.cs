namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private static BadRequest[] AccountsAndKeys =>
    [
        BadRequest.Get("an account that is not there", "/v1/accounts/acc_nobody", 404, "account_not_found"),
        BadRequest.Invalid("an account without environment", "POST /v1/accounts", """{"name":"A"}""", "environment"),
        BadRequest.Invalid(
            "a token that lasts longer than a 32-bit number says", "POST /v1/accounts",
            """{"environment":"production","access_token":"t","expires_in":9223372036854775807}""", "expires_in"),
        BadRequest.Invalid(
            "an account in an unknown environment", "POST /v1/accounts", """{"name":"A","environment":"staging"}""", "environment"),
        BadRequest.Invalid(
            "an account in an environment by number", "POST /v1/accounts", """{"name":"A","environment":0}""", "environment"),
        BadRequest.Invalid("a production account without token", "POST /v1/accounts", """{"environment":"production"}""", "access_token"),
        BadRequest.Invalid(
            "a token with a line break", "POST /v1/accounts", """{"environment":"production","access_token":"pina_1\r\nX: y"}""",
            "access_token"),
        BadRequest.Invalid(
            "a token with a letter that no header takes", "POST /v1/accounts",
            """{"environment":"production","access_token":"pina_ü"}""", "access_token"),
        BadRequest.Invalid(
            "a refresh token with a line break", "POST /v1/accounts",
            """{"environment":"production","access_token":"pina_1","refresh_token":"pinr_1\n"}""", "refresh_token"),
        BadRequest.Invalid(
            "an account setting that is no time of day", "PATCH /v1/accounts/{account}",
            """{"settings":{"quiet_hours":{"from":"25:00","to":"07:00"}}}""", "settings.quiet_hours.from"),
        BadRequest.Invalid(
            "a simulator account with a token", "POST /v1/accounts", """{"environment":"simulator","name":"A","access_token":"pina_1"}""",
            "access_token"),
        BadRequest.Invalid("a simulator account without name", "POST /v1/accounts", """{"environment":"simulator"}""", "name"),
        BadRequest.Invalid(
            "a token that has expired already", "POST /v1/accounts",
            """{"environment":"production","access_token":"pina_1","expires_in":0}""", "expires_in"),
        BadRequest.Invalid("an account without a name", "PATCH /v1/accounts/{account}", """{"name":""}""", "request"),
        BadRequest.Invalid("an account's status as a field", "PATCH /v1/accounts/{account}", """{"status":"held"}""", "status"),
        BadRequest.Send("an account changed in nothing", "PATCH", "/v1/accounts/{account}", "{}", 400, "validation_failed"),
        BadRequest.Invalid(
            "an account setting that does not exist", "PATCH /v1/accounts/{account}", """{"settings":{"speed":11}}""", "settings.speed"),
        BadRequest.Invalid(
            "an account setting of the wrong type", "PATCH /v1/accounts/{account}", """{"settings":{"link_marker":"no"}}""",
            "settings.link_marker"),
        BadRequest.Invalid(
            "tokens in hand by a consent", "POST /v1/accounts", """{"environment":"production","grant":"authorization_code"}""", "grant"),
        BadRequest.Invalid(
            "the owner's account with a token", "POST /v1/accounts",
            """{"environment":"simulator","grant":"client_credentials","access_token":"pina_1"}""", "access_token"),
        BadRequest.Invalid("a link without environment", "POST /v1/oauth/start", "{}", "environment"),
        BadRequest.Invalid(
            "a link in another environment than the account's", "POST /v1/oauth/start",
            """{"account_id":"{account}","environment":"production"}""", "environment"),
        BadRequest.Invalid("an app whose id is no number", "PUT /v1/app", """{"app_id":"1:2","app_secret":"s"}""", "app_id"),
        BadRequest.Invalid("an app of an unknown tier", "PUT /v1/app", """{"app_id":"1","access_tier":"gold"}""", "access_tier"),
        BadRequest.Invalid(
            "a hold with a reason that is too long", "POST /v1/accounts/{account}/hold", $$"""{"reason":"{{new string('x', 301)}}"}""",
            "reason"),
        BadRequest.Send("holding an account that is not there", "POST", "/v1/accounts/acc_nobody/hold", "", 404, "account_not_found"),
        BadRequest.Invalid("a key without name", "POST /v1/keys", """{"scopes":["read"]}""", "name"),
        BadRequest.Invalid("a key without scopes", "POST /v1/keys", """{"name":"A","scopes":[]}""", "scopes"),
        BadRequest.Invalid("a key with an unknown scope", "POST /v1/keys", """{"name":"A","scopes":["write"]}""", "scopes"),
        BadRequest.Invalid("a key with a scope that is null", "POST /v1/keys", """{"name":"A","scopes":[null]}""", "scopes[0]"),
        BadRequest.Invalid(
            "a key with no account at all", "POST /v1/keys", """{"name":"A","scopes":["read"],"account_ids":[]}""", "account_ids"),
        BadRequest.Invalid(
            "a key for an account that is none", "POST /v1/keys", """{"name":"A","scopes":["read"],"account_ids":["shop"]}""",
            "account_ids"),
        BadRequest.Invalid(
            "a key for an account that is null", "POST /v1/keys", """{"name":"A","scopes":["read"],"account_ids":[null]}""",
            "account_ids[0]"),
        BadRequest.Send("revoking a key that is not there", "DELETE", "/v1/keys/key_nobody", "", 404, "not_found"),
        BadRequest.Get("a key limit that is no number", "/v1/keys?limit=x", 400, "validation_failed", "limit"),
    ];
}
