using Connector.Tests.Support;

namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private static BadRequest[] Pins =>
    [
        BadRequest.Pin("a title that is a number", "\"title\":5", 400, "validation_failed", "title"),
        BadRequest.Pin("a title that is an object", "\"title\":{}", 400, "validation_failed", "title"),
        BadRequest.Pin("a title too long by one", $"\"title\":\"{new string('x', 101)}\"", 400, "validation_failed", "title"),
        BadRequest.Pin(
            "a title of too many emoji", $"\"title\":\"{string.Concat(Enumerable.Repeat("🌷", 101))}\"",
            400, "validation_failed", "title"),
        BadRequest.Pin(
            "a description too long by one", $"\"description\":\"{new string('x', 801)}\"", 400, "validation_failed", "description"),
        BadRequest.Pin("an alt text too long by one", $"\"alt_text\":\"{new string('x', 501)}\"", 400, "validation_failed", "alt_text"),
        BadRequest.Pin("a chosen_by too long by one", $"\"chosen_by\":\"{new string('x', 201)}\"", 400, "validation_failed", "chosen_by"),
        BadRequest.Pin(
            "a link too long by one", $"\"link_url\":\"{"https://example.com/".PadRight(2049, 'x')}\"", 400, "validation_failed",
            "link_url"),
        BadRequest.Pin("a link that is no address", "\"link_url\":\"example.com\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a link with a script", "\"link_url\":\"javascript:alert(1)\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a link to a file", "\"link_url\":\"file:///etc/passwd\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a link with a space in its host", "\"link_url\":\"https://exam ple.com/a\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin(
            "a link with a password", "\"link_url\":\"https://maria:secret@example.com/\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a link to half of a name", "\"link_url\":\"https://xn--/\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a link to a name that decodes to nothing", "\"link_url\":\"https://xn--a/\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a link to a host with a minus first", "\"link_url\":\"https://-a.com/\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a link to an address that is none", "\"link_url\":\"https://1.2.3.4.5/\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a carousel with null", "\"carousel\":[null,null]", 400, "validation_failed", "carousel[0]"),
        BadRequest.Invalid("a plan with null", "POST /v1/plan", """{"pins":[{"board_id":"1"},null]}""", "pins[1]"),
        BadRequest.Pin("a link with a user name", "\"link_url\":\"https://maria@example.com/\"", 400, "validation_failed", "link_url"),
        BadRequest.Pin("a NUL in the title", "\"title\":\"a\\u0000b\"", 400, "validation_failed", "title"),
        BadRequest.Pin("half a surrogate pair in the title", "\"title\":\"a\\ud800b\"", 400, "validation_failed", "title"),
        BadRequest.Pin("a source pin of ours", "\"parent_pin_id\":\"pin_1\"", 400, "validation_failed", "parent_pin_id"),
        BadRequest.Pin("a sponsor by name", "\"sponsor_id\":\"lamps\"", 400, "validation_failed", "sponsor_id"),
        BadRequest.Pin(
            "an ad account of 19 digits", $"\"ad_account_id\":\"{new string('1', 19)}\"", 400, "validation_failed", "ad_account_id"),
        BadRequest.Pin("a note", "\"note\":\"Mine\"", 400, "validation_failed", "note"),
        BadRequest.Pin("a colour by name", "\"dominant_color\":\"red\"", 400, "validation_failed", "dominant_color"),
        BadRequest.Pin("a time without offset", "\"publish_at\":\"2090-01-01T00:00:00\"", 400, "validation_failed", "publish_at"),
        BadRequest.Pin("a time that is no time", "\"publish_at\":\"tomorrow\"", 400, "validation_failed", "publish_at"),
        BadRequest.Pin("a day that does not exist", "\"publish_at\":\"2026-02-30T00:00:00Z\"", 400, "validation_failed", "publish_at"),
        BadRequest.Pin("a time beyond five years", "\"publish_at\":\"2090-01-01T00:00:00Z\"", 400, "validation_failed", "publish_at"),
        BadRequest.Pin("a time as a number", "\"publish_at\":1790000000", 400, "validation_failed", "publish_at"),
        BadRequest.Pin(
            "an idempotency key too long by one", $"\"idempotency_key\":\"{new string('x', 256)}\"", 400, "validation_failed",
            "idempotency_key"),
        BadRequest.Pin("idempotency keys that differ", "\"idempotency_key\":\"a\"", 400, "validation_failed", "idempotency_key") with
        {
            Header = ("Idempotency-Key", "b")
        },
        BadRequest.Pin(
            "an idempotency key in the header too long by one", "\"title\":\"A\"", 400, "validation_failed",
            "Idempotency-Key") with { Header = ("Idempotency-Key", new string('x', 256)) },
        BadRequest.Pin(
            "an idempotency key of another request", $"\"idempotency_key\":\"{BadRequestWorld.UsedKey}\",\"title\":\"Other\"", 422,
            "idempotency_key_reused"),
        BadRequest.Pin(
            "metadata of too many keys", $"\"metadata\":{{{string.Join(',', Enumerable.Range(0, 21).Select(i => $"\"k{i}\":\"v\""))}}}",
            400,
            "validation_failed",
            "metadata"),
        BadRequest.Pin(
            "a metadata value too long by one", $"\"metadata\":{{\"k\":\"{new string('x', 501)}\"}}", 400, "validation_failed", "metadata"),
        BadRequest.Pin("a metadata value that is a number", "\"metadata\":{\"k\":5}", 400, "validation_failed", "metadata.k"),
        BadRequest.Pin("a metadata value that is null", "\"metadata\":{\"k\":null}", 400, "validation_failed", "metadata"),
        BadRequest.Pin("metadata with an empty key", "\"metadata\":{\"\":\"v\"}", 400, "validation_failed", "metadata"),
        BadRequest.Pin("metadata with a NUL", "\"metadata\":{\"k\":\"\\u0000\"}", 400, "validation_failed", "metadata"),
        BadRequest.Pin("metadata that is a list", "\"metadata\":[]", 400, "validation_failed", "metadata"),
        BadRequest.Pin("an account that does not exist", "\"account_id\":\"acc_nobody\"", 404, "account_not_found"),
        BadRequest.Pin("board and board_id together", "\"board_id\":\"123\"", 400, "validation_failed", "board"),
        BadRequest.Pin("a section by name", "\"board_section_id\":\"Lamps\"", 400, "validation_failed", "board_section_id"),
        Board("no board", "\"title\":\"A\"", 400, "validation_failed", "board_id"),
        Board("a board_id that is a name", "\"board_id\":\"Home decor\"", 400, "validation_failed", "board_id"),
        Board("a board_id that is a number", "\"board_id\":123", 400, "validation_failed", "board_id"),
        Board("an empty board_id", "\"board_id\":\"\"", 400, "validation_failed", "board_id"),
        Board("an empty board", "\"board\":\"\"", 400, "validation_failed", "board_id"),
        Board("a board of blanks", "\"board\":\"   \"", 400, "validation_failed", "board"),
        Board("a board that does not exist", "\"board\":\"Home decoration\"", 404, "board_not_found", "board"),
        Board("a section that does not exist", "\"board\":\"Home decor / Lamps\"", 404, "section_not_found", "board"),
        Board("a board name that two boards have", "\"board\":\"DÉCOR\"", 409, "board_ambiguous", "board"),
    ];

    private static BadRequest[] PinLists =>
    [
        BadRequest.Get("a limit of 0", "/v1/pins?limit=0", 400, "validation_failed", "limit"),
        BadRequest.Get("a limit of 251", "/v1/pins?limit=251", 400, "validation_failed", "limit"),
        BadRequest.Get("a limit that is no number", "/v1/pins?limit=many", 400, "validation_failed", "limit"),
        BadRequest.Get("a limit beyond all numbers", "/v1/pins?limit=99999999999", 400, "validation_failed", "limit"),
        BadRequest.Get("a cursor of another list", "/v1/pins?cursor=key_1", 400, "validation_failed", "cursor"),
        BadRequest.Get("a status that does not exist", "/v1/pins?status=done", 400, "validation_failed", "status"),
        BadRequest.Get(
            "created_after without offset", "/v1/pins?created_after=2026-01-01T00:00:00", 400, "validation_failed", "created_after"),
        BadRequest.Get(
            "too many metadata filters", "/v1/pins?metadata.a=1&metadata.b=1&metadata.c=1&metadata.d=1", 400, "validation_failed",
            "metadata"),
        BadRequest.Get("a wait that is too long", "/v1/pins/{pin}?wait=61", 400, "validation_failed", "wait"),
        BadRequest.Get("a negative wait", "/v1/pins/{pin}?wait=-1", 400, "validation_failed", "wait"),
        BadRequest.Get("a pin that does not exist", "/v1/pins/pin_nobody", 404, "not_found"),
        BadRequest.Get("attempts of a pin that does not exist", "/v1/pins/pin_nobody/attempts", 404, "not_found"),
        BadRequest.Send("an edit of nothing", "PATCH", "/v1/pins/{pin}", "{}", 400, "validation_failed"),
        BadRequest.Invalid("an edit that takes the image away", "PATCH /v1/pins/{pin}", """{"image_url":null}""", "image_url"),
        BadRequest.Invalid(
            "an edit to a link with a password", "PATCH /v1/pins/{pin}", """{"link_url":"https://maria:secret@example.com/"}""",
            "link_url"),
        BadRequest.Invalid(
            "an edit to a time beyond five years", "PATCH /v1/pins/{pin}", """{"publish_at":"2090-01-01T00:00:00Z"}""", "publish_at"),
        BadRequest.Invalid("an edit of empty fields", "PATCH /v1/pins/{pin}", """{"title":"","publish_at":""}""", "request"),
        BadRequest.Invalid(
            "an edit to a title that ends in half an emoji", "PATCH /v1/pins/{pin}", """{"title":"a\ud83d"}""", "title"),
        BadRequest.Invalid("an edit with an unknown field", "PATCH /v1/pins/{pin}", """{"status":"published"}""", "status"),
        BadRequest.Send(
            "an edit to a board that does not exist", "PATCH", "/v1/pins/{pin}", """{"board":"Nowhere"}""", 404, "board_not_found",
            "board"),
        BadRequest.Send(
            "another image of a published pin", "PATCH", "/v1/pins/{published}", """{"image_url":"https://example.com/b.jpg"}""", 409,
            "state_conflict", "image_url"),
        BadRequest.Send("canceling a published pin", "POST", "/v1/pins/{published}/cancel", "", 409, "state_conflict"),
        BadRequest.Send("retrying a pin that has not failed", "POST", "/v1/pins/{pin}/retry", "", 409, "state_conflict"),
        Resolve("resolving a pin that is not unconfirmed", """{"as":"not_published"}""", 409, "state_conflict"),
        Resolve("resolving as nothing", "{}", 400, "validation_failed", "as"),
        Resolve("resolving as something unknown", """{"as":"lost"}""", 400, "validation_failed", "as"),
        Resolve("resolving as published without its id", """{"as":"published"}""", 400, "validation_failed", "pinterest_pin_id"),
        Resolve(
            "resolving as published with an empty id", """{"as":"published","pinterest_pin_id":""}""", 400, "validation_failed",
            "pinterest_pin_id"),
        Resolve(
            "resolving as published with our own id", """{"as":"published","pinterest_pin_id":"pin_1"}""", 400, "validation_failed",
            "pinterest_pin_id"),
        Resolve(
            "resolving as not published with an id", """{"as":"not_published","pinterest_pin_id":"1"}""", 400, "validation_failed",
            "pinterest_pin_id"),
        BadRequest.Pin("a link marker that is no boolean", "\"link_marker\":\"yes\"", 400, "validation_failed", "link_marker"),
        BadRequest.Send("forgetting a pin that waits", "DELETE", "/v1/pins/{pin}", "", 409, "state_conflict"),
        BadRequest.Invalid(
            "delete_from_pinterest that is no boolean", "DELETE /v1/pins/{pin}?delete_from_pinterest=perhaps", "", "delete_from_pinterest"),
    ];

    private static BadRequest[] Images =>
    [
        Board("no image", "\"board\":\"Home decor\"", 400, "validation_failed", "image_url", image: ""),
        BadRequest.Pin(
            "two images", $"\"image_base64\":\"{Convert.ToBase64String(SampleMedia.Png())}\"", 400, "validation_failed", "image_base64"),
        BadRequest.Pin(
            "a content type without bytes", "\"title\":\"A\",\"image_content_type\":\"image/png\"", 400, "validation_failed",
            "image_content_type"),
        Board(
            "an image address that is a file name", "\"board\":\"Home decor\",\"image_url\":\"C:\\\\lamp.jpg\"", 400, "validation_failed",
            "image_url", image: ""),
        Board(
            "base64 that is broken", "\"board\":\"Home decor\",\"image_base64\":\"%%%%\"", 400, "validation_failed", "image_base64",
            image: ""),
        Board(
            "base64 that is empty", "\"board\":\"Home decor\",\"image_base64\":\"\"", 400, "validation_failed", "image_url", image: ""),
        Board(
            "base64 that is cut short", "\"board\":\"Home decor\",\"image_base64\":\"iVBORw0KG\"", 400, "validation_failed",
            "image_base64", image: ""),
        BadRequest.Image("bytes that are a page", "<!doctype html><title>Not found</title>"u8.ToArray(), 422, "media_type_unsupported"),
        BadRequest.Image("bytes that are BMP", "BM and more"u8.ToArray(), 422, "media_type_unsupported"),
        BadRequest.Image("a WebP that is cut off", "RIFF\0\0\0\0WEBPVP8 "u8.ToArray(), 422, "media_broken"),
        BadRequest.Image("a GIF that is cut off", "GIF89a\x1\0\x1\0"u8.ToArray(), 422, "media_broken"),
        BadRequest.Image("a large image that is damaged", [.. SampleMedia.Png(), .. new byte[20 * KiB * KiB]], 422, "media_broken"),
        BadRequest.Image("a request far too large", new byte[24 * KiB * KiB], 413, "payload_too_large") with { Field = null },
        Board(
            "a content type that the bytes deny",
            "\"board\":\"Home decor\",\"image_content_type\":\"image/jpeg\","
                + $"\"image_base64\":\"{Convert.ToBase64String(SampleMedia.Png())}\"",
            400, "validation_failed", "image_content_type", image: ""),
        Decide("an approval by a name of two lines", "{pin}/approve", """{"approved_by":"A\nB"}""", "approved_by"),
        Decide("an approval as of no time", "{pin}/approve", """{"updated_at":"yesterday"}""", "updated_at"),
        Decide("an approval with an unknown field", "{pin}/approve", """{"approved_bi":"A"}""", "approved_bi"),
        Decide("a reason too long by one", "{pin}/reject", $$"""{"reason":"{{new string('x', 501)}}"}""", "reason"),
        Decide("approvals of none", "approve", """{"ids":[]}""", "ids"),
        Decide("approvals without ids", "approve", "{}", "ids"),
        Decide("approvals of null", "approve", """{"ids":[null]}""", "ids[0]"),
        Decide("approvals of too many", "approve", $$"""{"ids":[{{string.Join(',', Enumerable.Repeat("\"pin_1\"", 101))}}]}""", "ids"),
        Decide("rejections of too many", "reject", $$"""{"ids":[{{string.Join(',', Enumerable.Repeat("\"pin_1\"", 101))}}]}""", "ids"),
        BadRequest.Send(
            "an approval of a pin that awaits none", "POST", "/v1/pins/{pin}/approve", "{}", 409, "state_conflict"),
    ];

    private static BadRequest Decide(string name, string path, string body, string field) =>
        BadRequest.Send(name, "POST", $"/v1/pins/{path}", body, 400, "validation_failed", field);

    private static BadRequest Board(
        string name, string fields, int status, string code, string field, string image = "\"image_url\":\"https://example.com/a.jpg\",") =>
        BadRequest.Send(name, "POST", "/v1/pins", $"{{{image}{fields}}}", status, code, field);

    private static BadRequest Resolve(string name, string body, int status, string code, string? field = null) =>
        BadRequest.Send(name, "POST", "/v1/pins/{pin}/resolve", body, status, code, field);
}
