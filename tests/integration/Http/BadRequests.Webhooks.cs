namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private static BadRequest[] Webhooks =>
    [
        BadRequest.Invalid("a webhook without address", "POST /v1/webhooks", "{}", "url"),
        BadRequest.Send("a webhook at no address", "POST", "/v1/webhooks", """{"url":"n8n"}""", 422, "url_not_allowed", "url"),
        BadRequest.Send(
            "a webhook in the own network", "POST", "/v1/webhooks", """{"url":"https://192.168.1.10/hook"}""", 422, "url_not_allowed",
            "url"),
        BadRequest.Send(
            "a webhook over plain http", "POST", "/v1/webhooks", """{"url":"http://example.com/hook"}""", 422, "url_not_allowed", "url"),
        BadRequest.Send(
            "a webhook with a password in its address", "POST", "/v1/webhooks", """{"url":"https://ann:secret@example.com/hook"}""", 422,
            "url_not_allowed", "url"),
        BadRequest.Invalid(
            "a webhook for an unknown event", "POST /v1/webhooks", """{"url":"https://example.com/hook","events":["pin.publishd"]}""",
            "events"),
        BadRequest.Invalid(
            "a webhook for an event that is null", "POST /v1/webhooks", """{"url":"https://example.com/hook","events":[null]}""",
            "events[0]"),
        BadRequest.Invalid(
            "a webhook for an account that is null", "POST /v1/webhooks",
            """{"url":"https://example.com/hook","account_ids":["acc_1",null]}""", "account_ids[1]"),
        BadRequest.Invalid(
            "a change to an account that is null", "PATCH /v1/webhooks/whk_nobody", """{"account_ids":[null]}""", "account_ids[0]"),
        BadRequest.Send(
            "a webhook at half of a name", "POST", "/v1/webhooks", """{"url":"https://xn--/"}""", 422, "url_not_allowed", "url"),
        BadRequest.Get(
            "events after one that never was", "/v1/events?after=evt_7zzzzzzzzzzzzzzzzzzzzzzzzz", 400, "validation_failed", "after"),
        BadRequest.Get(
            "a stream after an event that never was", "/v1/events/stream?after=evt_7zzzzzzzzzzzzzzzzzzzzzzzzz", 400, "validation_failed",
            "after"),
        BadRequest.Send(
            "a webhook for an unknown account", "POST", "/v1/webhooks",
            """{"url":"https://example.com/hook","account_ids":["acc_nobody"]}""", 404, "account_not_found"),
        BadRequest.Invalid(
            "a webhook with a short secret", "POST /v1/webhooks", """{"url":"https://example.com/hook","secret":"whsec_c2hvcnQ="}""",
            "secret"),
        BadRequest.Get("a webhook that is not there", "/v1/webhooks/whk_nobody", 404, "not_found"),
        BadRequest.Send(
            "a change of a webhook that is not there", "PATCH", "/v1/webhooks/whk_nobody", """{"status":"active"}""", 404, "not_found"),
        BadRequest.Get("a parameter without a name", "/v1/events?=1", 400, "validation_failed", "query"),
        BadRequest.Get("events after something that is no event", "/v1/events?after=42", 400, "validation_failed", "after"),
        BadRequest.Get("events of an unknown type", "/v1/events?types=pin.publishd", 400, "validation_failed", "types"),
        BadRequest.Get("too many events", "/v1/events?limit=251", 400, "validation_failed", "limit"),
        BadRequest.Get("a stream after something that is no event", "/v1/events/stream?after=42", 400, "validation_failed", "after"),
    ];
}
