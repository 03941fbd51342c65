using Connector.Http;

namespace Connector.Accounts;

/// <summary>Removes all that is kept of an account, in every feature; implemented by the one that knows what is stored.</summary>
internal interface IAccountEraser
{
    /// <summary>Disconnects the account if it still is connected, removes everything, and looks whether anything is left.</summary>
    /// <exception cref="ProblemException">The caller sees no such account, or a pin of it is being sent.</exception>
    Task<ErasedAccount> EraseAsync(Caller caller, string id);
}

/// <summary>What was removed with an account.</summary>
public sealed record ErasedAccount
{
    public required string AccountId { get; init; }
    /// <summary>Rows that were removed, by table; tables that had none are not here.</summary>
    public required IReadOnlyList<ErasedTable> Removed { get; init; }
    /// <summary>Files that only pins of this account showed.</summary>
    public int Files { get; init; }
    /// <summary>Rows that a look afterwards still found; always 0.</summary>
    public long Left { get; init; }
}

/// <summary>A table, and how many of its rows were removed.</summary>
public sealed record ErasedTable(string Table, long Rows);
