using Connector.Http;
using Connector.Keys;
using Connector.Keys.Authentication;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Tests.Keys;

public sealed class KeyRevocationsTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private TemporaryDatabase _temporary = null!;
    private CountingDatabase _database = null!;
    private KeyStore _keys = null!;
    private KeyRevocations _revocations = null!;

    public async ValueTask InitializeAsync()
    {
        _temporary = await TemporaryDatabase.CreateAsync();
        _database = new CountingDatabase(_temporary.Sql);
        _keys = new KeyStore(_database, new CallbackSecrets(new EphemeralDataProtectionProvider()), _clock);
        _revocations = new KeyRevocations(_keys, _clock, NullLogger<KeyRevocations>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _revocations.Dispose();
        await _temporary.DisposeAsync();
    }

    [Fact]
    public async Task All_that_last_are_read_again_together_once_a_second_and_nothing_when_none_lasts()
    {
        var hashes = await KeysAsync(3);
        var uses = Enumerable.Range(0, 300).Select(i => _revocations.Of(hashes[i % 3]).Begin(CancellationToken.None)).ToList();
        _database.Reads = 0;

        _clock.Advance(TimeSpan.FromSeconds(10));
        var whileTheyLast = _database.Reads;
        uses.ForEach(use => use.Dispose());
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((10, 10), (whileTheyLast, _database.Reads));
        Assert.Null(_clock.NextTimerAt);
    }

    [Fact]
    public async Task Only_what_lasts_in_the_name_of_the_revoked_key_ends()
    {
        var hashes = await KeysAsync(2);
        using var ends = _revocations.Of(hashes[0]).Begin(CancellationToken.None);
        using var stays = _revocations.Of(hashes[1]).Begin(CancellationToken.None);

        await _database.WriteAsync(sql => sql.Execute("update api_keys set revoked_at = 1 where hash = @hash", new { hash = hashes[0] }));
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        var early = ends.Token.IsCancellationRequested;
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await Eventually.TrueAsync(() => ends.Token.IsCancellationRequested);
        Assert.False(early || stays.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_read_again_a_second_later()
    {
        var hash = (await KeysAsync(1))[0];
        using var use = _revocations.Of(hash).Begin(CancellationToken.None);
        await _database.WriteAsync(sql => sql.Execute("update api_keys set revoked_at = 1"));
        _database.IsBroken = true;
        _clock.Advance(TimeSpan.FromSeconds(1));
        _database.IsBroken = false;
        Assert.False(use.Token.IsCancellationRequested);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => use.Token.IsCancellationRequested);
    }

    private async Task<List<string>> KeysAsync(int count)
    {
        var workspace = await _keys.WorkspaceAsync("default");
        var hashes = new List<string>();
        for (var i = 0; i < count; i++) hashes.Add((await _keys.AddAsync(workspace, "key", [Scope.Read], null, KeyText.New())).Hash);
        return hashes;
    }

    private sealed class CountingDatabase(Database inner) : Database
    {
        public int Reads { get; set; }

        public bool IsBroken { get; set; }

        public override T Read<T>(Func<Sql, T> read)
        {
            if (IsBroken) throw new IOException("The disk is gone.");
            Reads++;
            return inner.Read(read);
        }

        public override Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind) => inner.WriteAsync(write, kind);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
