using System.Net;
using System.Net.Sockets;

namespace Connector.Console.SignIn;

/// <summary>Counts wrong keys by where they come from: ten in five minutes, and no more are looked at.</summary>
internal sealed class SignInAttempts(TimeProvider clock)
{
    public const int Most = 10;

    private const int MostPlaces = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Begin)> _wrong = [];

    /// <summary>How long nobody there may try; null when they may.</summary>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return _wrong.TryGetValue(PlaceOf(address), out var wrong) && wrong.Count >= Most && wrong.Begin + Window > now
                ? wrong.Begin + Window - now
                : null;
        }
    }

    public void CountWrong(IPAddress? address)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var place = PlaceOf(address);
            if (_wrong.Count >= MostPlaces) _wrong.Clear();
            _wrong[place] = _wrong.TryGetValue(place, out var wrong) && wrong.Begin + Window > now
                ? (wrong.Count + 1, wrong.Begin)
                : (1, now);
        }
    }

    // One line often has a whole /64 of IPv6.
    private static string PlaceOf(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : $"{address?.MapToIPv4()}";
}
