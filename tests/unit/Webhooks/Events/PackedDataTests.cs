using Connector.Webhooks.Events;

namespace Connector.Tests.Webhooks.Events;

public sealed class PackedDataTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"pin\":{\"title\":\"Ein Tisch aus Eiche, geölt \U0001F600\"}}")]
    public void What_was_packed_comes_back_to_the_letter(string data)
    {
        var many = string.Concat(Enumerable.Repeat(data, 5000));

        Assert.Equal(data, PackedData.Unpack(PackedData.Pack(data)));
        Assert.Equal(many, PackedData.Unpack(PackedData.Pack(many)));
    }

    [Fact]
    public void An_event_that_an_earlier_version_packed_is_read()
    {
        var packed = Convert.FromBase64String("AcPMAYbI+Q85WcNShk9iboFSbS0A");

        Assert.Equal("{\"pin\":{\"id\":\"pin_1\",\"status\":\"published\",\"title\":\"Lamp\"}}", PackedData.Unpack(packed));
    }

    [Fact]
    public void A_dictionary_that_is_not_known_is_not_guessed() =>
        Assert.Throws<InvalidDataException>(() => PackedData.Unpack([9, 1, 2]));
}
