using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Connector.Http;
using Connector.Pins;
using Connector.Pins.Intake;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Intake;

/// <summary>What makes two requests with one key the same request.</summary>
public sealed class IdempotencyKeysTests
{
    private const string Signed = "https://shop.s3.amazonaws.com/k.jpg?X-Amz-Date=20261122T100000Z&X-Amz-Expires=900&X-Amz-Signature=";

    private static readonly JsonSerializerOptions Canonical =
        new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly JsonArray Addresses = JsonNode.Parse(
        File.ReadAllText(Repository.Path("tests", "shared", "signed-addresses.json")))!["addresses"]!.AsArray();

    public static TheoryData<string> Names() => [.. Addresses.Select(row => (string)row!["name"]!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_address_that_was_only_signed_anew_is_the_same_request(string name)
    {
        var row = Addresses.Single(each => (string?)each!["name"] == name)!;
        var (one, other) = ((string)row["signed"]!, (string)row["signed_again"]!);

        AssertSame(new() { BoardId = "1", ImageUrl = one }, new() { BoardId = "1", ImageUrl = other });
        AssertSame(new() { VideoUrl = one }, new() { VideoUrl = other });
        AssertSame(new() { AssetId = "ast_1", CoverImageUrl = one }, new() { AssetId = "ast_1", CoverImageUrl = other });
        AssertSame(
            new() { Carousel = [new() { ImageUrl = one }, new() { AssetId = "ast_1" }] },
            new() { Carousel = [new() { ImageUrl = other }, new() { AssetId = "ast_2" }] });
    }

    [Fact]
    public void Another_file_another_text_or_another_link_is_another_request()
    {
        var pin = new CreatePinRequest { ImageUrl = Signed + "a", Title = "A" };

        Assert.False(Agree(pin, pin with { ImageUrl = pin.ImageUrl!.Replace("k.jpg", "l.jpg", StringComparison.Ordinal) }));
        Assert.False(Agree(pin, pin with { ImageUrl = Signed + "b", Title = "B" }));
        Assert.False(Agree(new() { LinkUrl = Signed + "a" }, new() { LinkUrl = Signed + "b" }));
    }

    [Fact]
    public void What_was_stored_before_stays_valid()
    {
        var raw = new CreatePinRequest { ImageUrl = "https://a.example/ü.jpg", Title = "A" };
        var before = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(raw, Canonical)));

        Assert.Contains(before, IdempotencyKeys.HashOf(raw, _ => null).Split(' '));
    }

    [Fact]
    public void A_request_without_signed_addresses_has_one_hash() => Assert.DoesNotContain(
        ' ', IdempotencyKeys.HashOf(
            new() { ImageUrl = "https://a.example/k.jpg", Carousel = [new() { ImageUrl = "https://a.b" }] }, _ => null));

    private static void AssertSame(CreatePinRequest one, CreatePinRequest other) => Assert.True(Agree(one, other));

    private static bool Agree(CreatePinRequest one, CreatePinRequest other) =>
        IdempotencyKeys.Agree(IdempotencyKeys.HashOf(one, _ => "bytes"), IdempotencyKeys.HashOf(other, _ => "bytes"));
}
