namespace Connector.Accounts.OAuth;

/// <summary>Why an account was not connected in a browser: for programs, for people, and what to do next.</summary>
internal sealed record ConnectFailure(string Code, int Status, string Title, string Text, string Next)
{
    /// <summary>What the person must compare or copy.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>The link itself is not taken: only a new one helps.</summary>
    public bool IsOfLink { get; init; }

    /// <summary>Other ways to go on, for the person who may begin again.</summary>
    public IReadOnlyList<ConnectChoice> Choices { get; init; } = [new("Try again", start => start)];
}

/// <summary>A way to begin again: what the button says, and what is then asked for.</summary>
internal sealed record ConnectChoice(string Text, Func<ConnectionRequest, ConnectionRequest> Change);

/// <summary>Ends the connecting of an account with a page.</summary>
internal sealed class ConnectFailedException(ConnectFailure failure) : Exception(failure.Title)
{
    public ConnectFailure Failure { get; } = failure;
}
