using Connector.Http;

namespace Connector.Sources.Work;

/// <summary>A source cannot be read now, and its problem says why.</summary>
internal sealed class SourceException(Problem problem, TimeSpan? asked = null) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;

    /// <summary>How long its server asks to wait.</summary>
    public TimeSpan? Asked { get; } = asked;
}

/// <summary>The account or the storage is not ready: the source itself is not to blame.</summary>
internal sealed class SourceWaitException(Problem problem, TimeSpan wait) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;

    public TimeSpan Wait { get; } = wait;
}
