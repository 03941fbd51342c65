namespace Connector.Storage.Postgres;

/// <summary>Says once that the server cannot be used, and once that it can again.</summary>
internal sealed partial class PostgresHealth(ILogger<PostgresHealth> logger)
{
    private int _isDown;

    public void Succeeded()
    {
        if (_isDown == 1 && Interlocked.Exchange(ref _isDown, 0) == 1) Log.Recovered(logger);
    }

    public void Failed(Exception error)
    {
        if (Interlocked.Exchange(ref _isDown, 1) == 0) Log.Refused(logger, PostgresErrors.Describe(error));
    }

    public void InDoubt(Exception error) => Log.InDoubt(logger, error.Message);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Nothing can be stored: {Problem} Requests that write get 503. Nothing that was confirmed is lost; "
            + "writing goes on without a restart when the cause is gone.")]
        public static partial void Refused(ILogger logger, string problem);

        [LoggerMessage(LogLevel.Information, "The database can be written again; everything goes on.")]
        public static partial void Recovered(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "The answer of the database to a commit was lost: {Problem} Whoever waits for it is answered when "
            + "the database has said whether it was stored. Nothing needs to be done.")]
        public static partial void InDoubt(ILogger logger, string problem);
    }
}
