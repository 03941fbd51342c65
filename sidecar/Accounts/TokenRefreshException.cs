using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>An account's token could not be renewed for now; the call it was needed for was not made, or was refused.</summary>
internal sealed class TokenRefreshException(PinterestException inner) : Exception(inner.Message, inner)
{
    public PinterestFailure Failure { get; } = inner.Failure;
}
