using Connector.Imports.Store;
using Connector.Imports.Work;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Imports;

/// <summary>Who works an import, seen by two processes on one database.</summary>
public sealed class ImportLeaseTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private ImportLeases _one = null!, _other = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock);
        // Its own worker would take what these tests are to take.
        await _app.Services.GetServices<IHostedService>().OfType<ImportWorker>().Single().StopAsync(CancellationToken.None);
        var database = _app.Services.GetRequiredService<Database>();
        (_one, _other) = (new ImportLeases(database, _clock), new ImportLeases(database, _clock));
        await _app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_import_that_is_kept_is_taken_by_nobody_else_however_long_a_step_takes()
    {
        var row = (await _one.ClaimAsync([]))!;
        await using (_one.Keep(row.Id))
        {
            for (var i = 0; i < 10; i++)
            {
                var before = _one.Mine(row.Id)!.LeasedUntil;
                _clock.Advance(ImportLeases.Renewal);
                await Eventually.TrueAsync(() => Task.FromResult(_one.Mine(row.Id)!.LeasedUntil > before));
                Assert.Null(await _other.ClaimAsync([]));
            }
        }

        _clock.Advance(ImportLeases.Duration);
        Assert.Equal(row.Id, (await _other.ClaimAsync([]))?.Id);
        Assert.Null(_one.Mine(row.Id));
    }

    [Fact]
    public async Task Taking_an_import_counts_as_a_try_and_being_stopped_does_not()
    {
        var row = (await _one.ClaimAsync([]))!;
        Assert.Equal(1, row.Tries);

        await _one.ReleaseAsync(row);
        Assert.Equal(1, (await _other.ClaimAsync([]))?.Tries);

        _clock.Advance(ImportLeases.Duration);
        Assert.Equal(2, (await _one.ClaimAsync([]))?.Tries);
    }
}
