using System.Net;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Connector.Tests.Assets;

public sealed class FetchAssetTests(FetchAssetTests.Hosts hosts) : IClassFixture<FetchAssetTests.Hosts>
{
    private readonly SidecarApp _app = hosts.App;

    [Fact]
    public async Task A_file_is_fetched_from_its_address_through_redirects()
    {
        var png = SampleMedia.Png(1010);
        hosts.Serve(http => http.Request.Path == "/file" ? http.Response.Body.WriteAsync(png).AsTask() : Redirect(http, "/file"));

        var (status, asset) = await _app.Admin.FetchAsync($"{hosts.Url}/start?token=secret");

        Assert.Equal((HttpStatusCode.Created, 1010), (status, (int?)asset["width"]));
        Assert.Contains((string)asset["sha256"]!, _app.Files());
    }

    [Fact]
    public async Task A_redirect_is_judged_like_the_first_address()
    {
        hosts.Serve(http => Redirect(http, "http://169.254.169.254/latest/meta-data"));

        var (status, problem) = await _app.Admin.FetchAsync($"{hosts.Url}/start");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "url_not_allowed"), (status, (string?)problem["code"]));
    }

    [Fact]
    public async Task Redirects_without_end_are_given_up()
    {
        var asked = 0;
        hosts.Serve(http =>
        {
            asked++;
            return Redirect(http, $"/{asked}");
        });

        var (status, problem) = await _app.Admin.FetchAsync($"{hosts.Url}/start");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "media_unreachable"), (status, (string?)problem["code"]));
        Assert.Equal(6, asked);
    }

    [Theory]
    [InlineData(404, "media_unreachable")]
    [InlineData(403, "media_unreachable")]
    [InlineData(500, "media_unreachable")]
    [InlineData(206, "media_unreachable")]
    [InlineData(200, "media_type_unsupported")]
    public async Task A_response_that_is_no_file_is_refused_without_repeating_its_path(int answered, string code)
    {
        hosts.Serve(async http =>
        {
            http.Response.StatusCode = answered;
            await http.Response.WriteAsync("<html>Sign in</html>");
        });

        var (status, problem) = await _app.Admin.FetchAsync($"{hosts.Url}/private/photo.jpg?token=secret");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, (string?)problem["code"]));
        Assert.NotNull(problem["errors"]!["url"]);
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("private", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_leaves_nothing()
    {
        hosts.Serve(async http =>
        {
            http.Response.ContentLength = 10_000;
            await http.Response.Body.WriteAsync(SampleMedia.Png(1011).AsMemory());
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        var before = _app.Files();

        var (status, problem) = await _app.Admin.FetchAsync($"{hosts.Url}/photo.png");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "media_unreachable"), (status, (string?)problem["code"]));
        Assert.Equal(before, _app.Files());
    }

    [Fact]
    public async Task A_file_that_takes_too_long_is_given_up()
    {
        hosts.Serve(async http =>
        {
            await http.Response.Body.WriteAsync(SampleMedia.Png(1012).AsMemory());
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var (status, problem) = await hosts.Hasty.Admin.FetchAsync($"{hosts.Url}/photo.png");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "media_unreachable"), (status, (string?)problem["code"]));
        Assert.Contains("1 seconds", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Empty(hosts.Hasty.Files());
    }

    private static Task Redirect(HttpContext http, string to)
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    }

    public sealed class Hosts : IAsyncLifetime
    {
        private const string Opened = "Connector:Network:AllowPrivateAddresses=127.0.0.1";

        private FileHost _host = null!;

        public SidecarApp App { get; private set; } = null!;

        /// <summary>A sidecar whose fetch timeout is one second.</summary>
        public SidecarApp Hasty { get; private set; } = null!;

        public string Url => _host.Url;

        public void Serve(Func<HttpContext, Task> answer) => _host.Answer = answer;

        public async ValueTask InitializeAsync()
        {
            _host = await FileHost.StartAsync();
            App = await SidecarApp.StartAsync(settings: Opened);
            Hasty = await SidecarApp.StartAsync(settings: [Opened, "Connector:Assets:FetchTimeout=00:00:01"]);
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Hasty.DisposeAsync();
            await _host.DisposeAsync();
        }
    }
}
