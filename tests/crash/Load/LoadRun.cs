using Connector.Crash.Checks;
using Connector.Crash.Running;

namespace Connector.Crash.Load;

/// <summary>
/// A load of pins on one sidecar that is ended and started again: accounts first, then callers, and at the end a comparison of both sides.
/// </summary>
internal sealed class LoadRun : IDisposable
{
    private readonly SimulatedPinterest _pinterest;
    private readonly Callers _callers;
    private readonly SidecarView _view;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _calling;

    private LoadRun(Launch launch, SimulatedPinterest pinterest, PinRequestLog requests, int seed)
    {
        (_pinterest, Requests) = (pinterest, requests);
        _view = new SidecarView(launch.Address);
        _callers = new Callers(launch.Address, requests, pinterest, seed);
        _calling = _callers.RunAsync(_stop.Token);
    }

    public PinRequestLog Requests { get; }

    /// <summary>Starts the callers; no sidecar runs when this returns.</summary>
    public static async Task<LoadRun> BeginAsync(Launch launch, SimulatedPinterest pinterest, int seed, string? hook = null)
    {
        await using var first = await Sidecar.ReadyAsync(launch);
        var requests = await PrepareAsync(launch, pinterest, seed, "ann", "ben", "cleo", "dora");
        if (hook is not null) await SidecarView.RegisterWebhookAsync(launch.Address, hook);
        await first.StopAsync();
        return new LoadRun(launch, pinterest, requests, seed);
    }

    /// <summary>Starts the callers against the sidecar that runs.</summary>
    public static async Task<LoadRun> OnRunningAsync(
        Launch launch, SimulatedPinterest pinterest, int seed, params string[] accounts) =>
        new(launch, pinterest, await PrepareAsync(launch, pinterest, seed, accounts), seed);

    /// <summary>Lets callers finish what they began, and waits until the queue is empty; a sidecar must be running.</summary>
    public async Task RestAsync()
    {
        await _stop.CancelAsync();
        await _calling;
        await _view.RestAsync();
    }

    /// <summary>Every pin as the running sidecar shows it.</summary>
    public Task<List<ShownPin>> PinsAsync() => _view.PinsAsync();

    /// <summary>Asks the running sidecar for every pin and compares with what is on Pinterest.</summary>
    public async Task<Findings> CompareAsync()
    {
        await _view.RepeatAllAsync(Requests, _callers);
        var accepted = Requests.All
            .Where(request => request.PinId is not null)
            .Select(request => new AcceptedPin(request.Title, request.PinId!));
        var shown = await _view.PinsAsync();
        var there = _pinterest.Pins.Where(pin => Requests.Contains(pin.Title)).Select(pin => new PinThere(pin.Id, pin.Title));
        return Comparison.Of(accepted, shown, [.. there]);
    }

    public void Dispose()
    {
        _callers.Dispose();
        _view.Dispose();
        _stop.Dispose();
    }

    private static async Task<PinRequestLog> PrepareAsync(Launch launch, SimulatedPinterest pinterest, int seed, params string[] accounts)
    {
        var name = $"Load {Path.GetFileName(launch.Data)}";
        using var view = new SidecarView(launch.Address);
        var boards = await view.PrepareAsync(accounts);
        foreach (var (index, account) in accounts.Index()) pinterest.OrderFaults(account, seed + index);
        return new PinRequestLog(name, boards, await view.UploadVideoAsync());
    }
}
