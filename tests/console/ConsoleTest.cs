using Connector.Tests.Browsing;
using Microsoft.Playwright;

namespace Connector.Tests;

/// <summary>A test with readers, none of whose browsers may have seen anything wrong.</summary>
public abstract class ConsoleTest(ConsoleWorld world) : IAsyncLifetime
{
    private readonly List<Reader> _readers = [];

    protected ConsoleWorld World { get; } = world;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers) await reader.DisposeAsync();
        var wrong = string.Join('\n', _readers.SelectMany(reader => reader.Wrong));
        Assert.True(wrong.Length == 0, $"The browser saw:\n{wrong}");
        GC.SuppressFinalize(this);
    }

    protected Task<Reader> StrangerAsync() => KeepAsync(World.StrangerAsync());

    protected Task<Reader> OwnerAsync(Look? look = null) => KeepAsync(World.OwnerAsync(look));

    protected async Task<Reader> KeepAsync(Task<Reader> opening)
    {
        var reader = await opening;
        _readers.Add(reader);
        return reader;
    }

    protected static Task SeesAsync(Reader reader, string title) =>
        Assertions.Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
}
