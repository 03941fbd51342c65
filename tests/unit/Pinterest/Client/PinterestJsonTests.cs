using System.Text.Json;
using Connector.Pinterest;
using Connector.Pinterest.Client;
using Connector.Pinterest.Errors;

namespace Connector.Tests.Pinterest.Client;

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
    public void A_board_keeps_fields_that_are_not_known()
    {
        const string json =
            """{"id":"1","name":"Küche","privacy":"NEW_PRIVACY","is_collage_board":true"""
                + ""","media":{"image_cover_url":null},"pin_count":"3"}""";

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
        var pin = new PinCreate
        {
            BoardId = "99",
            Title = "Tür & Tor",
            MediaSource = new ImageBytesSource("image/png", [0xfb, 0xff, 0xfe]),
        };

        var json = JsonSerializer.Serialize(pin, PinterestJson.Options);

        Assert.Equal(
            """{"board_id":"99","title":"Tür & Tor","media_source":"""
                + """{"source_type":"image_base64","content_type":"image/png","data":"+//+"}}""",
            json);
    }

    public static TheoryData<string> Sources => [.. Written.Select(each => each.Json)];

    private static readonly (MediaSource Source, string Json)[] Written =
    [
        (new VideoSource("12") { CoverImageUrl = "https://a.b/c.jpg" },
            """{"source_type":"video_id","media_id":"12","cover_image_url":"https://a.b/c.jpg"}"""),
        (new VideoSource("12") { CoverImageKeyFrameTime = 0 },
            """{"source_type":"video_id","media_id":"12","cover_image_key_frame_time":0}"""),
        (new VideoSource("12") { CoverImageContentType = "image/png", CoverImageData = [0xfb, 0xff] },
            """{"source_type":"video_id","media_id":"12","cover_image_content_type":"image/png","cover_image_data":"+/8="}"""),
        (new CarouselUrlSource([new("https://a.b/1.jpg", "One", "First", "https://a.b"), new("https://a.b/2.jpg")]),
            """{"source_type":"multiple_image_urls","items":["""
                + """{"url":"https://a.b/1.jpg","title":"One","description":"First","link":"https://a.b"},{"url":"https://a.b/2.jpg"}]}"""),
        (new CarouselBytesSource([new("image/png", [0xfb, 0xff], "One"), new("image/jpeg", [1])], Index: 1),
            """{"source_type":"multiple_image_base64","items":[{"content_type":"image/png","data":"+/8=","title":"One"},"""
                + """{"content_type":"image/jpeg","data":"AQ=="}],"index":1}"""),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Videos_and_carousels_are_written_as_documented(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(Written.Single(each => each.Json == json).Source, PinterestJson.Options));

    [Fact]
    public void The_fields_of_an_upload_keep_their_order()
    {
        var registration = Read<MediaRegistration>(
            """{"media_id":12,"media_type":"video","upload_url":"https://a.b","upload_parameters":"""
                + """{"z":"1","Content-Type":"x/y","a":2,"policy":"+/=="}}""");

        Assert.Equal(("12", "https://a.b"), (registration.MediaId, registration.UploadUrl));
        Assert.Equal(
            [("z", "1"), ("Content-Type", "x/y"), ("a", "2"), ("policy", "+/==")],
            registration.UploadParameters.Select(each => (each.Key, each.Value)));
    }

    [Fact]
    public void Lists_that_come_as_null_are_empty()
    {
        Assert.Empty(Read<PinterestPage<Board>>("""{"items":null,"bookmark":null}""").Items);
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
