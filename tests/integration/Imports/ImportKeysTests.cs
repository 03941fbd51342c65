using Connector.Common;
using Connector.Imports;
using Connector.Pins.Lifecycle;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Imports;

public sealed class ImportKeysTests : IAsyncLifetime
{
    private const string Later = """
        sku,title,image,board,publish_at
        L-1,Brass lamp,https://example.com/l1.jpg,Home decor,2029-01-01
        L-2,Oak lamp,https://example.com/l2.jpg,Home decor,2029-01-01
        L-3,Paper lamp,https://example.com/l3.jpg,Recipes,2029-01-01
        """;

    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_feed_that_is_imported_again_and_again_is_published_once_also_when_its_pins_are_not_kept_any_more()
    {
        var first = await _app.ImportAsync(Later);
        foreach (var result in await _app.ResultsAsync(first)) await _app.PostAsync($"/v1/pins/{result["pin_id"]}/cancel");
        _clock.Advance(TimeSpan.FromDays(50));
        ImportCalls.AssertCounts(await _app.ImportAsync(Later), "completed", existing: 3);

        _clock.Advance(TimeSpan.FromDays(50));
        await ForgetAsync();

        Assert.Equal(0, Count("pins"));
        ImportCalls.AssertCounts(await _app.ImportAsync(Later, ("dry_run", "true")), "completed", existing: 3);
        ImportCalls.AssertCounts(await _app.ImportAsync(Later), "completed", existing: 3);
        Assert.Equal(0, Count("pins"));
    }

    [Fact]
    public async Task A_row_that_no_import_had_for_a_year_is_new()
    {
        await _app.ImportAsync(Later);
        Assert.Equal(3, Count("import_keys"));

        _clock.Advance(TimeSpan.FromDays(366));
        await ForgetAsync();

        Assert.Equal(0, Count("import_keys"));
    }

    private async Task ForgetAsync()
    {
        var workers = _app.Services.GetServices<IHostedService>().ToList();
        foreach (var worker in workers.Where(worker => worker is PinRetention or ImportRetention).Cast<RetentionWorker>())
            await worker.RunOnceAsync(CancellationToken.None);
    }

    private int Count(string table) =>
        (int)_app.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>($"select count(*) from {table}"));
}
