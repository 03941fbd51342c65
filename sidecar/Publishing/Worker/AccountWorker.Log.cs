using Connector.Pins;

namespace Connector.Publishing.Worker;

/// <summary>What a lane tells the log.</summary>
internal sealed partial class AccountWorker
{
    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Pin {PinId} of {AccountId}: {Next} (attempt {Outcome}; {Detail}; Pinterest request {RequestId})")]
        public static partial void Ended(ILogger logger, string pinId, string accountId, NextAction next, string outcome, string? detail, string? requestId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Pin {PinId} was taken over while its request was under way; what it came to ({Outcome}; {Detail}) is not recorded, and the board tells")]
        public static partial void Overtaken(ILogger logger, string pinId, string outcome, string? detail);

        [LoggerMessage(Level = LogLevel.Critical, Message = "The outcome of pin {PinId} could not be recorded; it stays in publishing until the next start, which looks for it on its board")]
        public static partial void Unsettled(ILogger logger, Exception error, string pinId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The lane of {AccountId} stumbled and goes on in a second")]
        public static partial void Stumbled(ILogger logger, Exception error, string accountId);
    }
}
