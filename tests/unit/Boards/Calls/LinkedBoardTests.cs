using System.Text.Json;
using Connector.Boards.Calls;
using Connector.Http;
using Connector.Pinterest;
using Connector.Pinterest.Client;

namespace Connector.Tests.Boards.Calls;

public sealed class LinkedBoardTests
{
    [Theory]
    [InlineData("shop", "Spring Recipes", "https://www.pinterest.com/shop/spring-recipes/")]
    [InlineData("shop", " Do-it  yourself ", "https://www.pinterest.com/shop/do-it-yourself/")]
    [InlineData("shop", "Déco", "https://www.pinterest.com/shop/d%C3%A9co/")]
    [InlineData("shop", "Food & Drink", null)] // what becomes of punctuation is not documented
    [InlineData("shop", "🌷", null)]
    [InlineData("shop", " - ", null)]
    [InlineData(null, "Spring", null)]
    public void A_boards_address_is_told_where_it_follows_from_owner_and_name(string? owner, string name, string? url)
    {
        var board = new Board { Id = "1", Name = name, Owner = new BoardOwner { Username = owner } };

        Assert.Equal(url, LinkedBoard.From(board).Url);
    }

    [Fact]
    public void Fields_that_pinterest_adds_are_handed_on()
    {
        var board = JsonSerializer.Deserialize<Board>(
            """
            {"id":1234567890123456789,"name":"A","created_at":"2026-01-02T03:04:05","media":{"pin_thumbnail_urls":["x"]},"brand_new":7}
            """,
            PinterestJson.Options)!;

        var json = JsonSerializer.SerializeToElement(LinkedBoard.From(board), Json.Options);

        Assert.Equal("1234567890123456789", json.GetProperty("id").GetString());
        Assert.Equal("2026-01-02T03:04:05.000Z", json.GetProperty("created_at").GetString());
        Assert.Equal("x", json.GetProperty("media").GetProperty("pin_thumbnail_urls")[0].GetString());
        Assert.Equal(7, json.GetProperty("brand_new").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("url").ValueKind);
    }
}
