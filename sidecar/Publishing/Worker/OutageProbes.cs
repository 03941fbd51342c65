namespace Connector.Publishing.Worker;

/// <summary>The attempts made one at a time to find out whether an outage is over, and what they say so far.</summary>
internal readonly record struct OutageProbes(int Succeeded, int Failed)
{
    private const int Enough = 3;

    /// <summary>More failed than succeeded: it goes on, and the next are made after a pause.</summary>
    public bool SayThatItGoesOn => Failed > Succeeded;

    /// <summary>Enough succeeded.</summary>
    public bool SayThatItIsOver => !SayThatItGoesOn && Succeeded >= Enough;

    public OutageProbes With(bool failed) => failed ? this with { Failed = Failed + 1 } : this with { Succeeded = Succeeded + 1 };
}
