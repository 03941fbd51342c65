using System.Text;
using Connector.Imports.Work;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Imports;

/// <summary>What happens to imports when something else goes wrong.</summary>
public sealed class ImportSurvivalTests
{
    private const int Rows = 1500;

    [Fact]
    public async Task A_kill_in_the_middle_loses_no_row_and_doubles_none()
    {
        var clock = new ManualClock();
        var folder = Directory.CreateTempSubdirectory("imports-").FullName;
        try
        {
            var app = await SidecarApp.StartAsync(clock, folder);
            var (_, body) = await app.Admin.SendAsync(ImportCalls.Form(Many()));
            var id = (string)body["id"]!;
            await Eventually.TrueAsync(async () => (int)(await app.GetAsync($"/v1/imports/{id}"))["done"]! >= 50);
            await app.CrashAsync();

            clock.Advance(TimeSpan.FromMinutes(3));
            await using var again = await SidecarApp.StartAsync(clock, folder);
            Assert.Equal("running", (string)(await again.GetAsync($"/v1/imports/{id}"))["status"]!);
            var ended = await again.ImportEndedAsync(id);

            ImportCalls.AssertCounts(ended, "completed", created: Rows);
            Assert.Equal((Rows, Rows, Rows), (Count(again, "pins"), Count(again, "import_results"), Distinct(again)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            TestDatabase.Release(folder);
        }
    }

    [Fact]
    public async Task An_import_that_is_canceled_works_no_further_row()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var (_, body) = await app.Admin.SendAsync(ImportCalls.Form(Many()));
        var id = (string)body["id"]!;
        await Eventually.TrueAsync(async () => (int)(await app.GetAsync($"/v1/imports/{id}"))["done"]! >= 50);

        var canceled = await app.PostAsync($"/v1/imports/{id}/cancel");

        Assert.Equal("canceled", (string)canceled["status"]!);
        var worker = app.Services.GetServices<IHostedService>().OfType<ImportWorker>().Single();
        await Eventually.TrueAsync(() => worker.AtWork == 0);
        var after = await app.GetAsync($"/v1/imports/{id}");
        Assert.Equal((int)canceled["created"]!, (int)after["created"]!);
        Assert.Equal((int)after["created"]!, Count(app, "pins"));
        Assert.InRange((int)after["created"]!, 50, Rows - 1);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task An_import_whose_account_must_be_connected_again_waits_and_stops_no_other(string dryRun)
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        var (lost, other) = (await app.SimulatorAccountAsync("Lost"), await app.SimulatorAccountAsync("Other"));
        await SetAsync(app, lost, "reconnect_required");
        clock.Advance(TimeSpan.FromSeconds(2));
        var (_, body) = await app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("account_id", lost), ("dry_run", dryRun)));
        var id = (string)body["id"]!;
        await Eventually.TrueAsync(async () => (await app.GetAsync($"/v1/imports/{id}"))["waiting_for"] is not null);

        var waiting = await app.GetAsync($"/v1/imports/{id}");
        Assert.Equal(("running", "reconnect_required"), ((string)waiting["status"]!, (string)waiting["waiting_for"]!["code"]!));
        Assert.Equal(0, (int)waiting["failed"]!);
        ImportCalls.AssertCounts(await app.ImportAsync(ImportCalls.Lamps, ("account_id", other)), "completed", created: 3);

        await SetAsync(app, lost, "active");
        clock.Advance(TimeSpan.FromMinutes(2));
        ImportCalls.AssertCounts(await app.ImportEndedAsync(id), "completed", created: 3);
    }

    [Fact]
    public async Task An_import_of_an_account_that_is_disconnected_fails_and_says_so()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        var account = await app.SimulatorAccountAsync("Gone");
        await SetAsync(app, account, "reconnect_required");
        clock.Advance(TimeSpan.FromSeconds(2));
        var (_, body) = await app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("account_id", account)));
        await Eventually.TrueAsync(async () => (await app.GetAsync($"/v1/imports/{body["id"]}"))["waiting_for"] is not null);

        await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}", null);
        clock.Advance(TimeSpan.FromMinutes(2));

        var ended = await app.ImportEndedAsync((string)body["id"]!);
        Assert.Equal(("failed", "account_not_found"), ((string)ended["status"]!, (string)ended["error_code"]!));
    }

    [Fact]
    public async Task An_import_that_ends_the_process_each_time_fails_in_the_end()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        var account = await app.SimulatorAccountAsync("Held");
        await SetAsync(app, account, "reconnect_required");
        clock.Advance(TimeSpan.FromSeconds(2));
        var (_, body) = await app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("account_id", account)));
        await Eventually.TrueAsync(async () => (await app.GetAsync($"/v1/imports/{body["id"]}"))["waiting_for"] is not null);
        // As five processes leave it that were killed while they worked it.
        await app.Services.GetRequiredService<Database>().WriteAsync(sql => { sql.Execute("update imports set tries = 5"); });

        clock.Advance(TimeSpan.FromMinutes(2));

        var ended = await app.ImportEndedAsync((string)body["id"]!);
        Assert.Equal(("failed", "import_without_progress"), ((string)ended["status"]!, (string)ended["error_code"]!));
    }

    [Fact]
    public async Task An_import_does_not_go_on_under_a_key_that_was_revoked()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        var account = await app.SimulatorAccountAsync("Held");
        await SetAsync(app, account, "reconnect_required");
        clock.Advance(TimeSpan.FromSeconds(2));
        var key = await app.PostAsync("/v1/keys", new { name = "shop", scopes = new[] { "read", "publish" } });
        var (_, body) = await app.As((string)key["secret"]!).SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("account_id", account)));
        await Eventually.TrueAsync(async () => (await app.GetAsync($"/v1/imports/{body["id"]}"))["waiting_for"] is not null);

        await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/keys/{key["key"]!["id"]}", null);
        await SetAsync(app, account, "active");
        clock.Advance(TimeSpan.FromMinutes(2));

        var ended = await app.ImportEndedAsync((string)body["id"]!);
        Assert.Equal(("failed", "key_revoked"), ((string)ended["status"]!, (string)ended["error_code"]!));
        Assert.Equal(0, Count(app, "pins"));
    }

    private static string Many()
    {
        var csv = new StringBuilder("sku,title,link,image,board\n");
        for (var i = 0; i < Rows; i++)
            csv.Append("S-").Append(i).Append(",A lamp,https://example.com/").Append(i).Append(",https://example.com/l.jpg,Home decor\n");
        return csv.ToString();
    }

    private static Task SetAsync(SidecarApp app, string account, string status) =>
        app.Services.GetRequiredService<Database>().WriteAsync(sql =>
        {
            sql.Execute("update accounts set status = @status, held_reason = 'A test.' where id = @account", new { account, status });
        });

    private static int Count(SidecarApp app, string table) => Number(app, $"select count(*) from {table}");

    private static int Distinct(SidecarApp app) => Number(app, "select count(distinct idempotency_key) from pins");

    private static int Number(SidecarApp app, string query) =>
        (int)app.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>(query));
}
