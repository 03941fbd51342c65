using Connector.Crash.Judging;
using Connector.Crash.Running;

namespace Connector.Crash.Load;

/// <summary>A load of pins on one sidecar, from the first life, which connects accounts, to the last, which brings everything to rest and is asked about every pin.</summary>
internal sealed class Trial : IDisposable
{
    private readonly OtherSide _pinterest;
    private readonly Callers _callers;
    private readonly OurSide _ours;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _calling;

    private Trial(Launch launch, OtherSide pinterest, Book book, int seed)
    {
        (_pinterest, Book) = (pinterest, book);
        _ours = new OurSide(launch.Address);
        _callers = new Callers(launch.Address, book, pinterest, seed);
        _calling = _callers.RunAsync(_stop.Token);
    }

    public Book Book { get; }

    /// <summary>When this returns callers go on and on, and no sidecar runs.</summary>
    public static async Task<Trial> BeginAsync(Launch launch, OtherSide pinterest, int seed, string? hook = null)
    {
        await using var first = await Sidecar.ReadyAsync(launch);
        var book = await FurnishAsync(launch, pinterest, seed, "ann", "ben", "cleo", "dora");
        if (hook is not null) await OurSide.ListenAsync(launch.Address, hook);
        await first.StopAsync();
        return new Trial(launch, pinterest, book, seed);
    }

    /// <summary>When this returns callers go on and on, at the sidecar that runs.</summary>
    public static async Task<Trial> OnRunningAsync(Launch launch, OtherSide pinterest, int seed) =>
        new(launch, pinterest, await FurnishAsync(launch, pinterest, seed, "eve", "finn"), seed);

    /// <summary>Lets callers finish what they began, and waits until no pin moves any more; a sidecar must be running.</summary>
    public async Task RestAsync()
    {
        await _stop.CancelAsync();
        await _calling;
        await _ours.RestAsync();
    }

    /// <summary>Every pin as the running sidecar shows it.</summary>
    public Task<List<ShownPin>> PinsAsync() => _ours.PinsAsync();

    /// <summary>Asks the running sidecar for every pin and compares with what is on Pinterest.</summary>
    public async Task<Findings> CompareAsync()
    {
        await _ours.AskAgainAsync(Book, _callers);
        var accepted = Book.All.Where(wanted => wanted.PinId is not null).Select(wanted => new AcceptedPin(wanted.Title, wanted.PinId!));
        var shown = await _ours.PinsAsync();
        return Comparison.Of(accepted, shown, [.. _pinterest.Pins.Where(pin => Book.Asked(pin.Title)).Select(pin => new PinThere(pin.Id, pin.Title))]);
    }

    public void Dispose()
    {
        _callers.Dispose();
        _ours.Dispose();
        _stop.Dispose();
    }

    private static async Task<Book> FurnishAsync(Launch launch, OtherSide pinterest, int seed, params string[] accounts)
    {
        var name = $"Trial {Path.GetFileName(launch.Data)}";
        using var ours = new OurSide(launch.Address);
        var boards = await ours.FurnishAsync(accounts);
        foreach (var (index, account) in accounts.Index()) pinterest.Trouble(account, seed + index);
        return new Book(name, boards, await ours.GiveVideoAsync());
    }
}
