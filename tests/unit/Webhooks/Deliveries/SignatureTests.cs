using System.Text.Json;
using Connector.Keys;
using Connector.Tests.Support;
using Connector.Webhooks.Deliveries;
using Connector.Webhooks.Registration;

namespace Connector.Tests.Webhooks.Deliveries;

public sealed class SignatureTests
{
    /// <summary>The tests of the n8n trigger, which verifies, read the same file.</summary>
    public static TheoryData<string, string, long, string, string> Vectors
    {
        get
        {
            using var file = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "signatures.json")));
            var vectors = new TheoryData<string, string, long, string, string>();
            foreach (var one in file.RootElement.GetProperty("vectors").EnumerateArray())
            {
                var timestamp = one.GetProperty("timestamp").GetInt64();
                vectors.Add(Text(one, "secret"), Text(one, "id"), timestamp, Text(one, "body"), Text(one, "signature"));
            }

            return vectors;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_signature_is_that_of_the_specification(string secret, string id, long timestamp, string body, string signature) =>
        Assert.Equal(signature, Signature.Of(id, timestamp, body, [secret]));

    [Fact]
    public void Two_secrets_sign_side_by_side()
    {
        string[] secrets = [WebhookSecrets.New(), WebhookSecrets.New()];

        var both = Signature.Of("evt_1", 1, "{}", secrets).Split(' ');

        Assert.Equal([Signature.Of("evt_1", 1, "{}", [secrets[0]]), Signature.Of("evt_1", 1, "{}", [secrets[1]])], both);
    }

    [Theory]
    [InlineData("whsec_", 32, true)]
    [InlineData("whsec_", 24, true)]
    [InlineData("whsec_", 64, true)]
    [InlineData("whsec_", 23, false)]
    [InlineData("whsec_", 65, false)]
    [InlineData("secret_", 32, false)]
    [InlineData("", 32, false)]
    public void A_secret_is_24_to_64_bytes_in_base64(string prefix, int bytes, bool isOne) =>
        Assert.Equal(isOne, SigningSecret.Bytes(prefix + Convert.ToBase64String(new byte[bytes]))?.Length == bytes);

    [Fact]
    public void Text_that_is_not_base64_is_no_secret() =>
        Assert.Null(SigningSecret.Bytes("whsec_this is not base64, whatever its length may be!"));

    [Fact]
    public void A_callback_secret_is_made_of_the_keys_text_alone() =>
        Assert.Equal("whsec_VofqhRhPc1pXoQJNFSW+xpQouVZwm9VSVrAQ44oMQVA=", CallbackSecrets.Of("pck_example"));

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;
}
