using Connector.Keys;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Console;

/// <summary>Attacks on the ways in: links that were used or are old, and guessed keys.</summary>
public sealed class SignInAttackTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_sign_in_link_is_good_once_and_for_ten_minutes()
    {
        var used = NewLink();
        Assert.Equal(303, (await WithLinkAsync(used)).Status);
        Assert.Equal(401, (await WithLinkAsync(used)).Status);

        var late = NewLink();
        _clock.Advance(SignInLinks.GoodFor);
        Assert.Equal(401, (await WithLinkAsync(late)).Status);
    }

    [Fact]
    public async Task A_link_that_is_not_good_leaves_the_field_for_a_key_which_signs_in()
    {
        var visitor = Visitor.To(_app);
        await visitor.GetAsync("/sign-in?link=wrong");

        var refused = await visitor.PostAsync("/sign-in?link=wrong", [("_handler", "link"), ("link", "wrong")]);
        var signedIn = await visitor.PostAsync("/sign-in?link=wrong", [("_handler", "key"), ("key", SidecarApp.BootstrapKey)]);

        Assert.Equal(401, refused.Status);
        Assert.Contains("name=\"key\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"link\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(303, signedIn.Status);
    }

    [Fact]
    public async Task To_look_at_a_sign_in_link_does_not_use_it()
    {
        var link = NewLink();

        await Visitor.To(_app).GetAsync($"/sign-in?link={link}");

        Assert.Equal(303, (await WithLinkAsync(link)).Status);
    }

    [Fact]
    public async Task After_ten_wrong_keys_from_one_place_no_key_is_looked_at_for_a_while()
    {
        var guesser = Visitor.To(_app);
        for (var guess = 0; guess < 10; guess++) Assert.Equal(401, (await guesser.SignInAsync($"pck_{guess}")).Status);

        var refused = await guesser.SignInAsync(SidecarApp.BootstrapKey);
        Assert.Equal((429, "300"), (refused.Status, refused.Headers["Retry-After"]));
        Assert.Contains("Wait 5 minutes.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Visitor.SessionCookie, guesser.Cookies.Keys);

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(303, (await guesser.SignInAsync(SidecarApp.BootstrapKey)).Status);
    }

    private string NewLink()
    {
        var key = _app.Services.GetRequiredService<KeyStore>().FindByHash(KeyText.Hash(SidecarApp.BootstrapKey))!;
        return _app.Services.GetRequiredService<SignInLinks>().Make(key.WorkspaceId, key.Id);
    }

    private async Task<Seen> WithLinkAsync(string link)
    {
        var visitor = Visitor.To(_app);
        await visitor.GetAsync($"/sign-in?link={link}");
        return await visitor.PostAsync($"/sign-in?link={link}", [("_handler", "link"), ("link", link)]);
    }
}
