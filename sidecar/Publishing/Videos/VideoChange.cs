using Connector.Http;

namespace Connector.Publishing.Videos;

/// <summary>What follows from what happened to a video.</summary>
/// <param name="Row">How far it is from now on.</param>
/// <param name="Message">What its pin waits for, for people.</param>
internal sealed record VideoChange(VideoRow Row, string Message)
{
    /// <summary>A pin can be made of it.</summary>
    public bool IsReady { get; init; }

    /// <summary>The pin has failed, and why.</summary>
    public Problem? Failure { get; init; }

    /// <summary>Whether trying again may succeed without a change.</summary>
    public bool Retryable { get; init; }
}
