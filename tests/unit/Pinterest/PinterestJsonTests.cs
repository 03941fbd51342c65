using System.Text.Json;
using Connector.Pinterest;

namespace Connector.Tests.Pinterest;

public sealed class PinterestJsonTests
{
    [Theory]
    [InlineData("\"2022-10-13T01:40:29\"", "2022-10-13T01:40:29Z")]
    [InlineData("\"2022-10-13T01:40:29Z\"", "2022-10-13T01:40:29Z")]
    [InlineData("\"2020-01-01T20:10:40-00:00\"", "2020-01-01T20:10:40Z")]
    [InlineData("\"2022-10-13T03:40:29+02:00\"", "2022-10-13T01:40:29Z")]
    [InlineData("\"yesterday\"", null)]
    [InlineData("17", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void A_time_without_an_offset_is_UTC_and_an_unreadable_one_is_none(string json, string? expected)
    {
        var pin = Read<PinterestPin>($$"""{"id":"1","created_at":{{json}},"title":"after it"}""");

        Assert.Equal(expected, pin.CreatedAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        Assert.Equal("after it", pin.Title);
    }

    [Fact]
    public void An_id_that_comes_as_a_number_keeps_all_its_digits() =>
        Assert.Equal("9223372036854775807", Read<PinterestPin>("""{"id":9223372036854775807}""").Id);

    [Fact]
    public void A_board_hands_on_what_we_do_not_know()
    {
        const string json = """{"id":"1","name":"Küche","privacy":"NEW_PRIVACY","is_collage_board":true,"media":{"image_cover_url":null},"pin_count":"3"}""";

        var board = Read<Board>(json);
        var again = JsonSerializer.SerializeToElement(board, PinterestJson.Options);

        Assert.Equal(("NEW_PRIVACY", 3), (board.Privacy, board.PinCount));
        Assert.True(again.GetProperty("is_collage_board").GetBoolean());
        Assert.Equal(JsonValueKind.Null, again.GetProperty("media").GetProperty("image_cover_url").ValueKind);
        Assert.Contains("Küche", JsonSerializer.Serialize(board, PinterestJson.Options));
    }

    [Fact]
    public void A_new_pin_is_written_as_documented()
    {
        var pin = new PinCreate { BoardId = "99", Title = "Tür & Tor", MediaSource = new ImageBytesSource("image/png", [0xfb, 0xff, 0xfe]) };

        var json = JsonSerializer.Serialize(pin, PinterestJson.Options);

        Assert.Equal("""{"board_id":"99","title":"Tür & Tor","media_source":{"source_type":"image_base64","content_type":"image/png","data":"+//+"}}""", json);
    }

    [Fact]
    public void Lists_that_come_as_null_are_empty()
    {
        Assert.Empty(Read<Page<Board>>("""{"items":null,"bookmark":null}""").Items);
        Assert.Empty(Read<MetricSet>("""{"daily_metrics":null,"summary_metrics":null}""").SummaryMetrics);
    }

    [Theory]
    [InlineData("""{"code":8,"message":"no"}""", 8, "no")]
    [InlineData("""{"status":"failure","code":9,"message":"no","details":{"source_field":null},"message_detail":"spam"}""", 9, "no spam")]
    [InlineData("""{"error":"invalid_grant","error_description":"used"}""", null, "invalid_grant used")]
    [InlineData("""{"code":"8","message":17}""", null, "Pinterest answered 418 without a message.")]
    [InlineData("<html>", null, "Pinterest answered 418 without an explanation.")]
    [InlineData("[1]", null, "Pinterest answered 418 without an explanation.")]
    [InlineData("", null, "Pinterest answered 418 without an explanation.")]
    public void An_error_is_read_whatever_it_looks_like(string body, int? code, string message) =>
        Assert.Equal((code, message), ErrorBody.Read(418, System.Text.Encoding.UTF8.GetBytes(body)));

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, PinterestJson.Options)!;
}
