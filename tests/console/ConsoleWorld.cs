using Connector.Tests;
using Connector.Tests.Browsing;
using Connector.Tests.Sample;
using Connector.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ConsoleWorld))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections)]

namespace Connector.Tests;

/// <summary>The sidecar as a process of its own with a shop's pins, and the browser; all tests share them.</summary>
public sealed class ConsoleWorld : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("connector-console-test-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SidecarProcess? _sidecar;
    private string? _storage;

    /// <summary>The shop that its pages show.</summary>
    public Shop Shop { get; private set; } = null!;

    public SidecarProcess Sidecar => _sidecar!;

    public string DataDirectory => _data;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } path) return;

        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright, path);
        // Longer than the default of five seconds, which a machine with much to do exceeds.
        Assertions.SetDefaultExpectTimeout(30_000);
        _sidecar = await SidecarProcess.StartAsync(_data, settings: WebhookCalls.ToLoopback);
        Shop = await Shop.OpenAsync(_sidecar.Client);
        _storage = await SignedInAsync();
    }

    /// <summary>A reader who is not signed in.</summary>
    /// <param name="look">1280 pixels wide and light without it.</param>
    /// <param name="sidecar">The shared one without it.</param>
    public Task<Reader> StrangerAsync(Look? look = null, SidecarProcess? sidecar = null)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        return Reader.OpenAsync(_browser, (sidecar ?? Sidecar).Client.BaseAddress!, look ?? Look.Desk);
    }

    /// <summary>A reader who is signed in with the admin key of the shop.</summary>
    public async Task<Reader> OwnerAsync(Look? look = null)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        return await Reader.OpenAsync(_browser, Sidecar.Client.BaseAddress!, look ?? Look.Desk, _storage);
    }

    /// <summary>A reader for a page: a stranger for those that are shown only to strangers.</summary>
    public Task<Reader> ReaderOfAsync(string address, Look? look = null) =>
        address.StartsWith("/sign-in", StringComparison.Ordinal) ? StrangerAsync(look) : OwnerAsync(look);

    /// <summary>The address of a page, with the ids of the shop.</summary>
    public string AddressOf(string page) => page
        .Replace("{pin}", Shop.PublishedPinId, StringComparison.Ordinal)
        .Replace("{failed}", Shop.FailedPinId, StringComparison.Ordinal)
        .Replace("{waiting}", Shop.WaitingPinId, StringComparison.Ordinal)
        .Replace("{hook}", Shop.WebhookId, StringComparison.Ordinal)
        .Replace("{source}", Shop.SourceId, StringComparison.Ordinal)
        .Replace("{account}", Shop.AccountId, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_sidecar is not null) await _sidecar.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<string> SignedInAsync()
    {
        await using var reader = await StrangerAsync();
        await reader.SignInAsync(SidecarProcess.Key);
        await Assertions.Expect(reader.Page).ToHaveTitleAsync("Today · Pinterest Connector");
        return await reader.StorageAsync();
    }
}
