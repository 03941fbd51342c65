namespace Connector.Tests.Keys;

/// <summary>
/// What each caller is answered who asks for something of an account that limited keys may not see; for a list, what is listed.
/// Without a key, and with a revoked one, the answer is 401.
/// </summary>
/// <param name="Operation">The operation.</param>
/// <param name="Request">Method and address; names in braces are things of <see cref="AccessWorld"/>.</param>
/// <param name="Owner">An unlimited admin key of the workspace: shows that the request itself is right.</param>
/// <param name="Stranger">An admin key of another workspace.</param>
/// <param name="Reader">A key limited to another account, with the scope read.</param>
/// <param name="Publisher">The same with the scope publish.</param>
/// <param name="Admin">The same with the scope admin.</param>
internal sealed record AccessRow(Type Operation, string Request, int Owner, int Stranger, int Reader, int Publisher, int Admin)
{
    public const int NoKey = 401;

    /// <summary>JSON to send; names in braces are filled in.</summary>
    public string? Body { get; init; }

    /// <summary>Sends a file instead.</summary>
    public bool SendsFile { get; init; }

    /// <summary>What the owner is told and nobody else: an id, or words.</summary>
    public string? Tells { get; init; }

    /// <summary>Answers everybody, also without a key.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Follows events until one of the caller's own account comes.</summary>
    public bool IsStream { get; init; }

    public string Method => Request.Split(' ')[0];

    public string Path => Request.Split(' ')[1];

    public static AccessRow Of<T>(
        string request, int owner, int stranger, int reader, int publisher, int admin, string? body = null, string? tells = null) =>
        new(typeof(T), request, owner, stranger, reader, publisher, admin) { Body = body, Tells = tells };

    public override string ToString() => $"{Operation.Name}: {Request}";
}
