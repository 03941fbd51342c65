using System.Text;
using Connector.Storage.Sqlite;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Speed;

/// <summary>What a pin costs, in counts that are the same on every machine: what tests/bench has measured must not be lost.</summary>
/// <remarks>Alone, since what the whole process allocates is counted.</remarks>
[CollectionDefinition(nameof(AcceptCostTests), DisableParallelization = true)]
[Collection(nameof(AcceptCostTests))]
[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class AcceptCostTests : IAsyncLifetime
{
    // Measured on 2026-11-30: the bytes with the request and answer of the server in memory, and 1.05 transactions.
    private const long RecordedBytes = 34_700;
    private const double Tolerance = 1.25, RecordedTransactions = 1.1;

    // What the event of a pin says, in its row: unpacked it is 1,100 bytes.
    private const double RecordedEventBytes = 300;

    private const int WarmUp = 200, Accepts = 500, Pins = 20;

    private SidecarApp _app = null!;
    private string _account = "";

    private SqliteCounts Counts => _app.Services.GetRequiredService<SqliteDatabase>().Counts;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
        await _app.UnhurryAsync(_account);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_accept_allocates_no_more_than_was_recorded()
    {
        await HoldAsync();
        await AcceptAsync(WarmUp);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await AcceptAsync(Accepts);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / Accepts;

        Assert.True(
            each <= RecordedBytes * Tolerance,
            $"An accept allocates {each:N0} bytes; {RecordedBytes:N0} were recorded, and a quarter more is allowed. Find what came in "
            + $"between; if it is worth it, write {each} into {nameof(RecordedBytes)}.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_accept_prepares_no_statement_and_takes_one_transaction(bool isHeld)
    {
        if (isHeld) await HoldAsync();
        await AcceptAsync(WarmUp);
        var (prepared, transactions) = (Counts.Prepared, Counts.Transactions);
        await AcceptAsync(Accepts);

        Assert.Equal(0, Counts.Prepared - prepared);
        Assert.Equal(Accepts, Counts.Transactions - transactions);
    }

    [Fact]
    public async Task A_published_pin_takes_no_more_transactions_than_were_recorded()
    {
        var each = (await PublishAsync(Pins) - await PublishAsync(1)) / (double)(Pins - 1);

        Assert.True(
            each <= RecordedTransactions,
            $"A pin took {each:0.00} transactions from its queue to its end; {RecordedTransactions} were recorded. Find what came in "
            + $"between; if it is worth it, write {each:0.00} into {nameof(RecordedTransactions)}.");
    }

    [Fact]
    public async Task The_event_of_a_published_pin_takes_no_more_bytes_than_was_recorded()
    {
        await PublishAsync(Pins);
        var each = _app.Services.GetRequiredService<SqliteDatabase>().Read(
            sql => sql.Find<double>("select avg(length(data) + length(packed)) from events where type = 'pin.published'"));

        Assert.True(
            each <= RecordedEventBytes * Tolerance,
            $"What a published pin's event says takes {each:0} bytes; {RecordedEventBytes} were recorded, and a quarter more is allowed. "
            + $"A pin may have more fields now; if that is worth it, write {each:0} into {nameof(RecordedEventBytes)}.");
    }

    private Task HoldAsync() => _app.PostAsync($"/v1/accounts/{_account}/hold");

    /// <summary>Pins for later, so that nothing is published meanwhile, one after the other.</summary>
    private async Task AcceptAsync(int pins)
    {
        var pin = SidecarApp.Pin(("account_id", _account), ("publish_at", SidecarApp.MuchLater)).ToJsonString();
        for (var i = 0; i < pins; i++)
        {
            using var content = new StringContent(pin, Encoding.UTF8, "application/json");
            using var answer = await _app.Admin.PostAsync("/v1/pins", content);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Queues pins of one board, lets them go, and returns the transactions it took from then until all were published.</summary>
    private async Task<long> PublishAsync(int pins)
    {
        await HoldAsync();
        var ids = new List<string>();
        for (var i = 0; i < pins; i++) ids.Add(await _app.PublishAsync(SidecarApp.Pin(("account_id", _account), ("title", $"Lamp {i}"))));
        var before = Counts.Transactions;
        await _app.PostAsync($"/v1/accounts/{_account}/resume");
        foreach (var id in ids) Assert.Equal("published", (string?)(await _app.SettledAsync(id))["status"]);
        return Counts.Transactions - before;
    }
}
