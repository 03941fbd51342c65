using System.Net;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

public sealed partial class HookPageTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private Receiver _receiver = null!;
    private Visitor _person = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _app = await SidecarApp.StartAsync(null, null, WebhookCalls.ToLoopback);
        _person = await Visitor.OwnerAsync(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_secret_is_shown_in_the_answer_that_made_it_and_never_again()
    {
        var made = await _person.SubmitAsync("/hooks", "add", ("url", _receiver.Url), ("events", "pin.failed"));
        Assert.Equal(200, made.Status);
        var first = Secret().Match(made.Html).Value;
        Assert.NotEmpty(first);
        var page = await PageAsync();
        Assert.DoesNotMatch(Secret(), (await _person.GetAsync("/hooks")).Html);
        Assert.DoesNotMatch(Secret(), (await _person.GetAsync(page)).Html);

        var second = Secret().Match((await _person.SubmitAsync(page, "rotate")).Html).Value;

        Assert.NotEmpty(second);
        Assert.NotEqual(first, second);
        Assert.DoesNotMatch(Secret(), (await _person.GetAsync(page)).Html);
    }

    [Fact]
    public async Task A_test_says_what_was_answered_and_a_delivery_is_sent_again()
    {
        _receiver.AnswerWith(HttpStatusCode.InternalServerError, HttpStatusCode.NoContent);
        await _app.ListenAsync(_receiver.Url);
        var page = await PageAsync();

        var tested = await _person.SubmitAsync(page, "do", ("act", "test"));
        Assert.Contains("The test was answered 500", tested.Text, StringComparison.Ordinal);
        Assert.Contains("1 try, answered 500", tested.Text, StringComparison.Ordinal);
        Assert.Contains("next try", tested.Text, StringComparison.Ordinal);

        var delivery = Delivery().Match(tested.Html).Value;
        var again = await _person.SubmitAsync(page, "again", ("delivery", delivery));
        Assert.Contains("It is sent again", again.Text, StringComparison.Ordinal);
        await _app.RestAsync();
        Assert.Contains("2 tries, answered 204", (await _person.GetAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_changed_disabled_enabled_and_deleted()
    {
        await _app.ListenAsync(_receiver.Url);
        var page = await PageAsync();
        (string, string)[] change = [("url", _receiver.Url + "/new"), ("description", "shop"), ("events", "pin.published")];

        var changed = await _person.SubmitAsync(page, "change", change);
        Assert.Contains("The webhook is changed.", changed.Text, StringComparison.Ordinal);
        Assert.Contains(_receiver.Url + "/new shop", changed.Text, StringComparison.Ordinal);

        Assert.Contains("disabled", (await _person.SubmitAsync(page, "do", ("act", "disable"))).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await _person.SubmitAsync(page, "do", ("act", "test"))).Status);
        Assert.Contains("It is enabled again.", (await _person.SubmitAsync(page, "do", ("act", "enable"))).Text, StringComparison.Ordinal);
        Assert.Contains("The webhook is deleted.", (await _person.SubmitAsync(page, "delete")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _person.GetAsync(page)).Status);
    }

    [Fact]
    public async Task A_refused_address_stays_in_its_field()
    {
        var refused = await _person.SubmitAsync("/hooks", "add", ("url", "ftp://example.com/x"));

        Assert.InRange(refused.Status, 400, 422);
        Assert.Contains("value=\"ftp://example.com/x\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_receiver_answers_is_text_and_short()
    {
        _receiver.AnswerWith(_ => new Reply(HttpStatusCode.BadRequest, "<img src=x onerror=alert(1)>" + new string('y', 900)));
        await _app.ListenAsync(_receiver.Url);

        var tested = await _person.SubmitAsync(await PageAsync(), "do", ("act", "test"));

        Assert.DoesNotContain("<img src=x", tested.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", tested.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('y', 300), tested.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_may_only_read_sees_no_forms_and_a_limited_one_no_webhook_of_others()
    {
        await _app.ListenAsync(_receiver.Url);
        var page = await PageAsync();
        var reader = await Visitor.WithScopeAsync(_app, "read");
        var limited = await Visitor.WithScopeAsync(_app, "publish", await _app.FirstAccountAsync());

        Assert.DoesNotContain("_handler", (await reader.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(_receiver.Url, (await limited.GetAsync("/hooks")).Html, StringComparison.Ordinal);
        Assert.Equal(404, (await limited.GetAsync(page)).Status);
        Assert.Equal(403, (await limited.GetAsync("/hooks/keys")).Status);
    }

    private async Task<string> PageAsync() =>
        $"/hooks/{(string?)(await _app.GetAsync("/v1/webhooks"))["items"]!.AsArray().Single()!["id"]}";

    [GeneratedRegex(@"whsec_[A-Za-z0-9+/=&#;x]{20,}")]
    private static partial Regex Secret();

    [GeneratedRegex("dlv_[0-9a-z]{26}")]
    private static partial Regex Delivery();
}
