using Connector.Http;

namespace Connector.Imports;

/// <summary>Refusals of files.</summary>
internal static class ImportProblems
{
    private const string Formats = "Send a table (CSV, TSV) with names of columns in its first line, JSON, NDJSON, RSS, Atom, or a feed of "
        + "products; say which with format if it is not found out.";

    public static ProblemException TooLarge(long most) => new(new(
        413, "payload_too_large", "The file is too large.", $"The file has more than {most / 1024 / 1024} MB when it is unpacked.",
        "Send it in parts: rows that are known already make no second pin."));

    public static ProblemException Broken() => new(new(
        422, "import_unreadable", "The file cannot be read.", "The packed file is broken or not complete.",
        "Pack it again, or send it as it is."));

    public static ProblemException Empty() => new(new(
        422, "import_unreadable", "The file cannot be read.", "The file is empty.", Formats));

    public static ProblemException UnknownFormat() => new(new(
        422, "import_unreadable", "The file cannot be read.", "What kind of file it is cannot be told from its beginning.", Formats));

    public static ProblemException NoRows(string why) => new(new(
        422, "import_unreadable", "The file cannot be read.", why, Formats));

    public static ProblemException Unreachable(string detail) => new(new(
        422, "import_unreachable", "The file cannot be fetched.", detail, "Check the address, or send the file itself."));

    public static Problem NoProgress(int tries) => new(
        500, "import_without_progress", "The import cannot go on.",
        $"Working it was begun {tries} times, and each time the sidecar ended before one more row was worked.",
        "Look for the cause in the sidecar's log. Import the file in parts: rows that are done make no second pin.");

    public static Problem KeyRevoked(string keyId) => new(
        403, "key_revoked", "The import may not go on.", $"The API key {keyId}, which began this import, was revoked.",
        "Import the file again with another key: rows that are done make no second pin.");

    public static ProblemException KeyReused(string key, string importId) => new(new(
        422, "idempotency_key_reused", "This idempotency key belongs to another request.",
        $"The key \"{Shown.Cut(key)}\" was used for import {importId} with another file or other fields.",
        "Use a new key for a new import."));

    public static ProblemException Ended(ImportRow row) => Problems.StateConflict(
        $"The import is {row.Status} already.", "Nothing is to be canceled; its pins can be canceled one by one.");
}
