using System.Text.Json;
using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins;

namespace Connector.Tests.Http.Reading;

public sealed class RequestContractTests
{
    [Fact]
    public void An_empty_text_in_an_optional_field_counts_as_left_out()
    {
        const string Empty = """
            {"account_id":"","board_id":"1","board":"","board_section_id":"","title":"","link_url":"",
             "image_url":"https://example.com/a.jpg","asset_id":"","carousel":"",
             "cover_time_seconds":"","snapshot_media":"","publish_at":"","priority":"","link_marker":"",
             "metadata":"","idempotency_key":"","callback_url":"","clean_texts":""}
            """;

        // That the key is blank is said in a warning; it counts as left out all the same.
        Assert.Equal(
            Read<CreatePinRequest>("""{"board_id":"1","image_url":"https://example.com/a.jpg"}""") with { HasBlankKey = true },
            Read<CreatePinRequest>(Empty));
    }

    [Fact]
    public void What_is_empty_in_a_map_or_a_list_is_the_callers_own() =>
        Assert.Equal("", Read<CreatePinRequest>("""{"metadata":{"sku":""}}""").Metadata!["sku"]);

    [Fact]
    public void In_an_edit_an_empty_text_leaves_the_field_as_it_is_and_null_clears_it()
    {
        var pin = new PinRow { Title = "T", PublishAt = DateTimeOffset.UnixEpoch, Priority = 3 };

        Assert.Equal(pin, Read<EditPinRequest>("""{"title":"","publish_at":"","priority":""}""").Apply(pin, null, null, default));
        Assert.Null(Read<EditPinRequest>("""{"title":null}""").Apply(pin, null, null, default).Title);
        Assert.Null(Read<EditPinRequest>("""{"publish_at":"","title":null}""").Apply(pin, null, null, default).Title);
    }

    [Fact]
    public void A_text_that_can_be_emptied_is_emptied() => Assert.Equal("", Read<UpdateBoardRequest>("""{"description":""}""").Description);

    [Theory]
    [InlineData("""{"board_id":185924359448592640}""", "board_id: is the number 185924359448592640. Put it in quotes")]
    [InlineData("""{"board":185924359448592640}""", "board: is the number")]
    [InlineData("""{"board_section_id":1.5e17}""", "board_section_id: is the number 1.5e17")]
    [InlineData("""{"account_id":7}""", "account_id: is the number 7")]
    [InlineData("""{"carousel":[{"asset_id":7}]}""", "carousel[0].asset_id: is the number 7")]
    [InlineData("""{"title":"aaa\ud83d"}""", "title: ends in half a character")]
    [InlineData("""{"title":"\ud83daaa"}""", "title: contains half a character")]
    [InlineData("""{"title":"aaa\ude00"}""", "title: ends in half a character")]
    [InlineData("""{"carousel":[{"image_url":"x"},{"title":"\ud83d"}]}""", "carousel[1].title: ends in half a character")]
    [InlineData("""{"publish_at":"tomorrow"}""", "publish_at: is \"tomorrow\", and must be a time with an offset, such as")]
    [InlineData("""{"publish_at":46054}""", "publish_at: is 46054, and must be a time")]
    [InlineData("""{"publish_at":"2027-02-31T00:00:00Z"}""", "publish_at: is \"2027-02-31T00:00:00Z\", and must be a time")]
    [InlineData("""{"carousel":[{"image_uri":"x"}]}""", "carousel[0].image_uri: ")]
    public void What_cannot_be_read_is_named_with_its_value_and_its_place(string json, string words) =>
        Assert.StartsWith(words, Refusal<CreatePinRequest>(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"title":"\ud83d\ude00 \\ud83d"}""")]
    [InlineData("""{"title":"\\\ud83d\ude00"}""")]
    public void A_whole_emoji_is_taken_however_it_is_written(string json) =>
        Assert.Contains("😀", Read<CreatePinRequest>(json).Title, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"quiet_hours\":\"10pm\"", "settings.quiet_hours: is \"10pm\", and must be two times of day of 24 hours, such as {")]
    [InlineData("\"quiet_hours\":{\"from\":\"10pm\",\"to\":\"7am\"}", "settings.quiet_hours.from: is {\"from\":\"10pm\",\"to\":\"7am\"},")]
    [InlineData("\"quiet_hours\":{\"from\":\"22:00\"}", "settings.quiet_hours.to: is {\"from\":\"22:00\"}, and must be")]
    [InlineData("\"weekdays\":[\"monday\"]", "settings.weekdays[0]: is [\"monday\"], and must be a list of sun, mon")]
    [InlineData("\"pins_per_day\":\"many\"", "settings.pins_per_day: is \"many\", and must be a whole number")]
    [InlineData("\"min_gap_seconds\":1.5", "settings.min_gap_seconds: is 1.5, and must be a whole number")]
    [InlineData("\"link_marker\":\"yes\"", "settings.link_marker: is \"yes\", and must be true or false")]
    [InlineData("\"pins_per_year\":5", "settings.pins_per_year: This field is not known")]
    public void A_setting_of_an_account_that_cannot_be_read_says_what_it_must_be(string setting, string words) =>
        Assert.StartsWith(words, Refusal<UpdateAccountRequest>($$$"""{"settings":{{{{setting}}}}}"""), StringComparison.Ordinal);

    [Fact]
    public void An_empty_setting_stays_as_it_is()
    {
        var change = Read<UpdateAccountRequest>("""{"settings":{"pins_per_day":"","quiet_hours":"","time_zone":""}}""").Settings!;

        Assert.Equal(new AccountSettings(), change.ApplyTo(new AccountSettings()));
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json.Requests)!;

    private static string Refusal<T>(string json) =>
        UnreadableRequest.Explain(Assert.ThrowsAny<JsonException>(() => Read<T>(json))).Detail;
}
