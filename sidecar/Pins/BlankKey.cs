namespace Connector.Pins;

/// <summary>Whether a request has an idempotency key that is blank. It is to be said, and does not make it another request.</summary>
internal readonly record struct BlankKey(bool IsGiven)
{
    public bool Equals(BlankKey other) => true;

    public override int GetHashCode() => 0;
}
