using System.Security.Cryptography;
using Connector.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Accounts;

/// <summary>Seals tokens for the database and opens them again; each is bound to its account and kind.</summary>
internal sealed class TokenVault(IDataProtectionProvider protection, Database database, DatabaseKeyRing? inDatabase = null)
{
    private const string Canary = "the key ring opens what it sealed";

    public string Seal(string accountId, string kind, string token) => For(accountId, kind).Protect(token);

    public string Open(string accountId, string kind, string sealedToken) => For(accountId, kind).Unprotect(sealedToken);

    /// <summary>
    /// Checks that the key ring opens the tokens of this database, so that a wrong one stops the start and not single calls.
    /// </summary>
    public async Task CheckAsync()
    {
        // Whoever seals first makes a key. Two replicas that did so at once would not know each other's for a day.
        var known = SealedCanary() ?? await database.AloneAsync("canary", FirstCanaryAsync, CancellationToken.None);
        if (!CanOpen(known))
        {
            throw new WrongKeyRingException(inDatabase is null
                ? "The key ring in the data directory (keys/) does not open this database's tokens. "
                    + "Restore the keys directory that belongs to it, or set the Connector:MasterKey it was sealed with."
                : "The key ring in the database (key_ring) does not open this database's tokens. "
                    + "Set the Connector:MasterKey it was sealed with, or restore a dump that has both.");
        }
    }

    /// <summary>Whether the key ring is readable right now.</summary>
    public bool IsReadable() => SealedCanary() is { } known && CanOpen(known);

    private string? SealedCanary() => database.Read(sql =>
        sql.Prepared("select protected from secrets_canary where id = 1").Find(row => row.Text(0)));

    private async Task<string> FirstCanaryAsync()
    {
        if (SealedCanary() is { } known) return known;

        var sealedCanary = Seal("canary", "canary", Canary);
        await database.WriteAsync(
            sql => sql.Execute("insert into secrets_canary (id, protected) values (1, @sealedCanary)", new { sealedCanary }));
        return sealedCanary;
    }

    private bool CanOpen(string sealedCanary)
    {
        try
        {
            return Open("canary", "canary", sealedCanary) == Canary;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private IDataProtector For(string accountId, string kind) => protection.CreateProtector("Connector.Accounts", kind, accountId);
}

/// <summary>The key ring is not the one that sealed this database's tokens.</summary>
internal sealed class WrongKeyRingException(string message) : Exception(message);
