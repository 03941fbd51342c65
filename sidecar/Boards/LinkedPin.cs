using Connector.Pinterest;

namespace Connector.Boards;

/// <summary>A pin as Pinterest describes it, with its address; read for this answer and not kept.</summary>
public sealed record LinkedPin : PinterestPin
{
    private LinkedPin(PinterestPin pin) : base(pin) => Url = $"https://www.pinterest.com/pin/{pin.Id}/";

    /// <summary>The pin's page on Pinterest.</summary>
    public string Url { get; }

    internal static LinkedPin From(PinterestPin pin) => new(pin);
}
