using System.Security.Cryptography;
using System.Text.Json;
using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;
using Connector.Imports.Store;
using Connector.Pins;

namespace Connector.Imports.Intake;

/// <summary>Accepts an import: once it returns, the file and all that was said about it are on disk.</summary>
internal sealed class ImportIntake(
    AccountChoice accounts, MappingStore mappings, ImportReceiver receiver, ImportStore imports, ImportFiles files, ItemReaders readers,
    TimeProvider clock)
{
    private const int LongestName = 200;

    /// <summary>Stores a file that nobody knows of yet: it counts once it is accepted.</summary>
    public Task<ReceivedFile> ReceiveAsync(Caller caller, Stream source, CancellationToken cancellation) =>
        receiver.ReceiveAsync(caller.WorkspaceId, Id.New("imp_", clock.GetUtcNow()), source, cancellation);

    /// <summary>Deletes a file that is not accepted.</summary>
    public async ValueTask DiscardAsync(ReceivedFile file) => await files.ForgetAsync(file.ImportId);

    /// <summary>The account that a request means, before anything is received for it; what else can be refused then, is.</summary>
    public AccountRow Account(Caller caller, FetchImportRequest said)
    {
        SeasonRules.Ensure(said.EventDate, clock.GetUtcNow());
        return accounts.Of(caller, said.AccountId);
    }

    /// <summary>The import that a repeated request has made; null when there is none.</summary>
    public ImportRow? Earlier(AccountRow account, FetchImportRequest said, string? key)
    {
        if (imports.FindByKey(account.Id, key) is not { } earlier) return null;
        return earlier.RequestHash == HashOf(said, said.Url ?? "") ? earlier : throw ImportProblems.KeyReused(key!, earlier.Id);
    }

    /// <summary>Accepts what was received. A file that is refused leaves nothing behind.</summary>
    public async Task<(ImportRow Row, bool IsNew)> AcceptAsync(
        Caller caller, FetchImportRequest said, string? key, ReceivedFile file, CancellationToken cancellation)
    {
        try
        {
            var row = Row(caller, said, key, file);
            await EnsureReadableAsync(row, cancellation);
            var (stored, isNew) = await imports.AddAsync(row);
            if (isNew) return (stored, true);

            if (stored.RequestHash != row.RequestHash) throw ImportProblems.KeyReused(key!, stored.Id);
            await files.ForgetAsync(file.ImportId);
            return (stored, false);
        }
        catch (Exception refusal) when (refusal is ProblemException or OperationCanceledException)
        {
            await files.ForgetAsync(file.ImportId);
            throw;
        }
    }

    private ImportRow Row(Caller caller, FetchImportRequest said, string? key, ReceivedFile file)
    {
        var account = Account(caller, said);
        var name = said.Name ?? (said.Url is { } url ? NameOf(url) : NameOf(file)) ?? "import";
        var mapping = said.Map ?? mappings.Find(account.Id) ?? new ImportMapping();
        var now = clock.GetUtcNow();
        return new ImportRow
        {
            Id = file.ImportId,
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            KeyId = caller.KeyId,
            Name = name,
            SourceUrl = said.Url,
            Format = said.Format ?? FormatDetector.Of(file.Beginning, file.Encoding, name) ?? throw ImportProblems.UnknownFormat(),
            Encoding = file.Encoding,
            DryRun = said.DryRun is true ? 1 : 0,
            Mapping = ReadyMapping.Store(said.Board is { } board ? mapping with { Board = board } : mapping),
            EventDate = ImportRow.DayOf(said.EventDate),
            LeadDays = said.LeadDays,
            Spread = said.Spread is true ? 1 : 0,
            IdempotencyKey = key,
            RequestHash = HashOf(said, said.Url ?? file.Sha256),
            Bytes = file.Bytes,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    // Whoever sends the wrong file learns it at once, and not from a list of rows.
    private async Task EnsureReadableAsync(ImportRow row, CancellationToken cancellation)
    {
        if (ImportFormat.IsTable(row.Format) && await HeaderAsync(row) is null)
            throw ImportProblems.NoRows(
                "None of the first ten lines names columns that are known, such as title, image, link and board. Name yours in the map.");

        await foreach (var item in readers.ReadAsync(row, cancellation))
        {
            if (item is { Problem: { } problem, Fields.Count: 0, Lines.Count: 0 }) throw ImportProblems.NoRows(problem);
            return;
        }

        // A shop that sells nothing now is no mistake.
        if (row.Format is not (ImportFormat.Json or ImportFormat.ShopifyJson)) throw ImportProblems.NoRows("The file has no rows.");
    }

    private async Task<string[]?> HeaderAsync(ImportRow row)
    {
        try
        {
            return await readers.HeaderAsync(row);
        }
        catch (InvalidDataException refused)
        {
            throw ImportProblems.NoRows(refused.Message);
        }
    }

    private static string? NameOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Segments is [.., var last]
        && last.Trim('/') is { Length: > 0 and <= LongestName } name
            ? name
            : null;

    private static string? NameOf(ReceivedFile file) =>
        file.Name is { Length: <= LongestName } name && !name.Any(char.IsControl) ? WholeText.Of(name) : null;

    // What is fetched may be another file at each time; the address is what the caller has said.
    private static string HashOf(FetchImportRequest said, string file) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(
            new { said = said with { IdempotencyKey = null, DryRun = said.DryRun is true, Spread = said.Spread is true }, file },
            Json.Options)));
}
