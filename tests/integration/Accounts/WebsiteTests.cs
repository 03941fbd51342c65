using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

/// <summary>What Pinterest says of the account itself, and its websites.</summary>
public sealed class WebsiteTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = "";

    [Fact]
    public async Task A_website_is_claimed_with_the_code_that_Pinterest_gives()
    {
        var code = await _app.GetAsync($"{_account}/websites/code");

        var claimed = await _app.PostAsync($"{_account}/websites", new { website = "https://shop.example.com", method = "metatag" });

        Assert.Contains((string)code["code"]!, (string?)code["metatag"], StringComparison.Ordinal);
        Assert.Equal(("shop.example.com", true), ((string?)claimed["address"], (bool)claimed["verified"]!));
        var listed = Assert.Single((await _app.GetAsync($"{_account}/websites"))["items"]!.AsArray());
        Assert.Equal(claimed.ToJsonString(), listed!.ToJsonString());
    }

    [Fact]
    public async Task Websites_come_page_by_page()
    {
        foreach (var name in new[] { "a", "b", "c" }) await _app.PostAsync($"{_account}/websites", new { website = $"{name}.example.com" });

        var first = await _app.GetAsync($"{_account}/websites?limit=2");
        var second = await _app.GetAsync($"{_account}/websites?limit=2&cursor={first["next_cursor"]}");

        Assert.Equal((2, 1), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count));
        Assert.Null((string?)second["next_cursor"]);
    }

    [Fact]
    public async Task The_profile_has_how_many_follow_and_the_businesses_have_names()
    {
        var profile = await _app.GetAsync($"{_account}/profile");
        var business = Assert.Single((await _app.GetAsync($"{_account}/businesses"))["items"]!.AsArray())!;

        Assert.True((int)profile["followers"]! >= 0);
        Assert.Equal(("business", 3), ((string?)profile["account_type"], (int)profile["boards"]!));
        Assert.Equal($"{profile["username"]}_business", (string?)business["username"]);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync();
        _account = $"/v1/accounts/{await _app.FirstAccountAsync()}";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
