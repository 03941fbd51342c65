using System.Net.Sockets;
using Connector.Accounts;
using Connector.Common;
using Connector.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Connector.Cli;

/// <summary>What a person is told when a command or a start fails: lines, and the exit code.</summary>
/// <param name="Lines">Each names what is wrong, and what to do.</param>
/// <param name="ExitCode">2 when something must be set right before it is tried again, else 1.</param>
internal sealed record StartFailure(IReadOnlyList<string> Lines, int ExitCode)
{
    private const int SetRight = 2, Failed = 1;

    /// <summary>Null for what nobody foresaw: that is a bug, and its stack trace helps.</summary>
    /// <param name="error">What ended the start.</param>
    /// <param name="urls">Where it was to listen.</param>
    public static StartFailure? Of(Exception error, string? urls) => error switch
    {
        OptionsValidationException wrong => new([.. wrong.Failures], SetRight),
        DataDirectoryException { IsInUse: true } => new([error.Message], Failed),
        DataDirectoryException or DatabaseTooNewException or WrongKeyRingException => new([error.Message], SetRight),
        InvalidDataException { InnerException: { } inner } => new([$"{error.Message} {Root(inner).Message}"], SetRight),
        CommandException => new([error.Message], Failed),
        // Told to stop before it listened; a time-out has an exception inside.
        OperationCanceledException { InnerException: null } => new([], 0),
        _ when Socket(error) is { } socket => new([Refused(socket, Address(error, urls))], SetRight),
        StorageUnavailableException or InvalidOperationException or IOException or UnauthorizedAccessException =>
            new([error.Message], Failed),
        _ => null,
    };

    private static SocketError? Socket(Exception error) => error switch
    {
        AddressInUseException => SocketError.AddressAlreadyInUse,
        SocketException
        {
            SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AddressNotAvailable or SocketError.AccessDenied,
        } socket => socket.SocketErrorCode,
        { InnerException: { } inner } => Socket(inner),
        _ => null,
    };

    private static string Refused(SocketError error, string address) => error switch
    {
        SocketError.AddressAlreadyInUse =>
            $"The address {address} is in use by another program. Stop that one, or listen elsewhere with --urls=http://127.0.0.1:PORT "
                + "or ASPNETCORE_URLS.",
        SocketError.AddressNotAvailable =>
            $"The address {address} is not an address of this machine. Correct --urls or ASPNETCORE_URLS; http://0.0.0.0:PORT listens on "
                + "all addresses of this machine.",
        _ =>
            $"The address {address} may not be used by this user: ports below 1024 are often reserved. Choose another with --urls or "
                + "ASPNETCORE_URLS.",
    };

    // Kestrel names the address when it is in use, and no other time.
    private static string Address(Exception error, string? urls)
    {
        var words = error.Message.Split(' ').Select(word => word.TrimEnd('.', ':'));
        return words.FirstOrDefault(word => word.Contains("://", StringComparison.Ordinal)) ?? urls ?? ConnectorApp.DefaultUrl;
    }

    private static Exception Root(Exception error) => error.InnerException is { } inner ? Root(inner) : error;
}
