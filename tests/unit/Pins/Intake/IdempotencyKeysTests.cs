using Connector.Pins;
using Connector.Pins.Intake;

namespace Connector.Tests.Pins.Intake;

public sealed class IdempotencyKeysTests
{
    private static readonly CreatePinRequest Pin = new() { BoardId = "1", Title = "<b>Salt</b>", Carousel = [new() { Title = "&amp;" }] };

    [Fact]
    public void A_request_to_clean_texts_is_another_request() => Assert.NotEqual(Hash(Pin), Hash(Pin with { CleanTexts = true }));

    [Fact]
    public void Not_to_clean_texts_is_the_same_as_to_say_nothing() => Assert.Equal(Hash(Pin), Hash(Pin with { CleanTexts = false }));

    [Fact]
    public void Texts_count_as_they_were_given()
    {
        var cleans = Pin with { CleanTexts = true };

        Assert.NotEqual(Hash(cleans), Hash(cleans with { Title = "Salt" }));
        Assert.NotEqual(Hash(cleans), Hash(cleans with { Carousel = [new() { Title = "&" }] }));
    }

    private static string Hash(CreatePinRequest pin) => IdempotencyKeys.HashOf(pin, _ => null);
}
