using System.Text;
using Connector.Tests.Support;

namespace Connector.Tests.Http;

/// <content>Files.</content>
public static partial class BadRequests
{
    private static BadRequest[] Assets =>
    [
        File("an empty file", [], 422, "media_broken", "body"),
        File("a file of text", [.. "photo.jpg"u8], 422, "media_type_unsupported", "body"),
        File("a file that Pinterest does not take", [.. "BM and more"u8], 422, "media_type_unsupported", "body"),
        File("a file that is cut off", SampleMedia.Png(hasEnd: false), 422, "media_broken", "body"),
        File("an image that is too small", SampleMedia.Png(10, 10), 422, "media_too_small", "body"),
        File("a video that is too short", SampleMedia.Movie(new Film { Seconds = 1 }), 422, "video_too_short", "body"),
        Form("a form without a file", "", 400, "validation_failed", "file"),
        Form("a form with the file under another name", Part("data", "x"), 400, "validation_failed", "data"),
        Form("a form with another field before the file", Part("title", "A") + Part("file", "x"), 400, "validation_failed", "title"),
        Form("a form with another field after the file", Part("file", Picture) + Part("title", "A"), 400, "validation_failed", "title"),
        Form("a form with two files", Part("file", Picture) + Part("file", "y"), 400, "validation_failed", "file"),
        Form("a form with a file that Pinterest does not take", Part("file", "BM and more"), 422, "media_type_unsupported", "file"),
        Form("a form without its end", Part("file", Picture), 400, "validation_failed", "body", end: ""),
        Form("a form without a boundary", Part("file", "x"), 400, "validation_failed", "body") with { ContentType = "multipart/form-data" },
        Url("a file's address that is missing", "{}", 400, "validation_failed", "url"),
        Url("a file's address under another name", """{"image_url":"https://example.com/a.png"}""", 400, "validation_failed", "image_url"),
        Url("a file's address that is a number", """{"url":1}""", 400, "validation_failed", "url"),
        Url("a file's address that is none", """{"url":"photo.jpg"}""", 422, "url_not_allowed", "url"),
        Url("a file's address with plain http", """{"url":"http://example.com/a.png"}""", 422, "url_not_allowed", "url"),
        Url("a file's address in the own network", """{"url":"https://127.0.0.1/a.png"}""", 422, "url_not_allowed", "url"),
        Url("a file's address that is JSON null", "null", 400, "validation_failed", "body"),
        Url("a file's address in broken JSON", """{"url":""", 400, "validation_failed"),
        Url("a file's address in very much JSON", $$"""{"url":"{{new string('x', 100 * KiB)}}"}""", 413, "payload_too_large"),
        BadRequest.Get("an asset that is not there", "/v1/assets/ast_nobody", 404, "not_found"),
        BadRequest.Send("deleting an asset that is not there", "DELETE", "/v1/assets/ast_nobody", "", 404, "not_found"),
        BadRequest.Get("an asset list from a wrong cursor", "/v1/assets?cursor=pin_1", 400, "validation_failed", "cursor"),
        BadRequest.Get("an asset list of too many", "/v1/assets?limit=251", 400, "validation_failed", "limit"),
    ];

    private static string Picture => Encoding.Latin1.GetString(SampleMedia.Png());

    private static BadRequest File(string name, byte[] bytes, int status, string code, string field) =>
        new(name, "POST", "/v1/assets", bytes, status, code, field) { ContentType = "image/png" };

    private static BadRequest Url(string name, string body, int status, string code, string? field = null) =>
        BadRequest.Send(name, "POST", "/v1/assets", body, status, code, field);

    private static BadRequest Form(string name, string parts, int status, string code, string field, string end = "--border--\r\n") =>
        new(name, "POST", "/v1/assets", Encoding.Latin1.GetBytes(parts + end), status, code, field)
        { ContentType = "multipart/form-data; boundary=border" };

    private static string Part(string name, string content) =>
        $"--border\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{content}\r\n";
}
