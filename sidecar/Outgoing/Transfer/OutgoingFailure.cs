using System.Net.Sockets;

namespace Connector.Outgoing.Transfer;

/// <summary>Puts into words why there was no answer.</summary>
internal static class OutgoingFailure
{
    public static OutgoingException Explain(Exception failure, Uri uri)
    {
        var causes = Causes(failure).ToList();
        if (causes.OfType<OutgoingException>().FirstOrDefault() is { } known) return known;

        var socket = causes.OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        var http = causes.OfType<HttpRequestException>().FirstOrDefault()?.HttpRequestError;
        return new OutgoingException(Sentence(uri, socket, http));
    }

    public static OutgoingException TimedOut(Uri uri, TimeSpan time) =>
        new($"{uri.Authority} did not answer within {time.TotalSeconds:0.###} seconds.");

    private static string Sentence(Uri uri, SocketError? socket, HttpRequestError? http) => (socket, http) switch
    {
        (SocketError.HostNotFound or SocketError.NoData, _) => $"The name {uri.IdnHost} was not found; check how it is spelled.",
        (SocketError.TryAgain, _) => $"The name {uri.IdnHost} could not be looked up; check the name server.",
        (SocketError.ConnectionRefused, _) =>
            $"{uri.Authority} refused the connection; check that the receiver is running and listens on this port.",
        (_, HttpRequestError.SecureConnectionError) => $"{uri.Authority} could not agree on TLS; check that it speaks https on this port.",
        (SocketError.ConnectionReset, _) or (_, HttpRequestError.ResponseEnded) =>
            $"{uri.Authority} closed the connection before it had answered.",
        (_, HttpRequestError.InvalidResponse) => $"{uri.Authority} did not answer in HTTP; check the port.",
        (_, HttpRequestError.ConfigurationLimitExceeded) =>
            $"{uri.Authority} answered with headers of more than {OutgoingClient.LargestHeaders / 1024} KB.",
        _ => $"{uri.Authority} could not be reached; check that the receiver is running and that nothing in between blocks it.",
    };

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException) yield return failure;
    }
}
