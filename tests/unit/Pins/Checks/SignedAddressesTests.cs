using System.Text.Json;
using Connector.Pins.Checks;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Checks;

/// <summary>The table of signed addresses that the n8n node's tests read too.</summary>
public sealed class SignedAddressesTests
{
    private static readonly JsonElement File =
        JsonElement.Parse(System.IO.File.ReadAllText(Repository.Path("tests", "shared", "signed-addresses.json")));

    public static TheoryData<string> SignedOnes() => [.. File.GetProperty("addresses").EnumerateArray().Select(row => Text(row, "name"))];

    public static TheoryData<string> OtherOnes() =>
        [.. File.GetProperty("not_signed").EnumerateArray().Select(row => Text(row, "address"))];

    [Theory]
    [MemberData(nameof(SignedOnes))]
    public void The_end_of_a_signed_address_is_read_out_of_it(string name)
    {
        var row = Row(name);

        Assert.Equal(
            row.GetProperty("expires_at").ValueKind == JsonValueKind.Null ? null : row.GetProperty("expires_at").GetDateTimeOffset(),
            SignedUrl.ExpiresAt(Text(row, "signed")));
    }

    [Theory]
    [MemberData(nameof(SignedOnes))]
    public void Signed_anew_an_address_is_the_same_without_its_signature(string name)
    {
        var row = Row(name);

        Assert.NotEqual(Text(row, "signed"), Text(row, "signed_again"));
        Assert.Equal(
            (Text(row, "unsigned"), Text(row, "unsigned"), Text(row, "unsigned")),
            (SignedUrl.Unsigned(Text(row, "signed")), SignedUrl.Unsigned(Text(row, "signed_again")),
                SignedUrl.Unsigned(Text(row, "unsigned"))));
    }

    [Theory]
    [MemberData(nameof(SignedOnes))]
    public void An_address_stands_for_its_file_only_where_what_stays_names_it(string name)
    {
        var row = Row(name);
        var names = !row.TryGetProperty("names_the_file", out var said) || said.GetBoolean();

        Assert.Equal(names ? Text(row, "unsigned") : null, SignedUrl.FileOf(Text(row, "signed")));
    }

    [Theory]
    [MemberData(nameof(OtherOnes))]
    public void What_is_not_signed_stays_as_it_is_and_does_not_end(string address) =>
        Assert.Equal((address, null), (SignedUrl.Unsigned(address), SignedUrl.ExpiresAt(address)));

    [Theory]
    [InlineData("https://cdn.example.com/k.jpg?token=eyJhbGciOiJIUzI1NiJ9.eyJleHAiOiJzb29uIn0.ab")]
    [InlineData("https://cdn.example.com/k.jpg?token=eyJhbGciOiJIUzI1NiJ9.%%%.ab")]
    [InlineData("https://cdn.discordapp.com/a/k.png?ex=zz&is=6b016f24&hm=a1")]
    [InlineData("https://scontent.xx.fbcdn.net/v/k.jpg?oe=FFFFFFFFFFFFFFFFFF&oh=00")]
    [InlineData("https://f002.backblazeb2.com/file/k.jpg?Authorization=3_a_b_c_d_e_f_g")]
    [InlineData("https://v5.airtableusercontent.com/v3/u/47/47/9999999999999/a/b/c?")]
    public void An_end_that_cannot_be_is_no_end(string address) =>
        Assert.True(SignedUrl.ExpiresAt(address) is null or { Year: > 2200 });

    private static JsonElement Row(string name) =>
        File.GetProperty("addresses").EnumerateArray().Single(row => Text(row, "name") == name);

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
