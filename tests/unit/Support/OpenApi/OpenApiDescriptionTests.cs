using System.Text.Json.Nodes;

namespace Connector.Tests.Support.OpenApi;

public sealed class OpenApiDescriptionTests
{
    private static readonly OpenApiDescription Zoo = OpenApiDescription.Parse(
        """
        paths:
          /animals/{id}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string, pattern: '^\d+$' } }
                - { name: size, in: query, required: true, schema: { type: integer, maximum: 250 } }
                - { name: kinds, in: query, schema: { type: array, items: { type: string, enum: [CAT, DOG] } } }
                - name: of
                  in: query
                  style: deepObject
                  schema: { type: object, properties: { home: { type: object, properties: { town: { type: string, maxLength: 3 } } } } }
              responses:
                '200':
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Animal' }
                '204': { description: gone }
                default:
                  content:
                    application/json:
                      schema: { type: object, properties: { code: { type: integer } }, required: [code] }
            post:
              requestBody:
                content:
                  application/json:
                    schema: { type: object, additionalProperties: false, properties: { name: { type: string, maxLength: 3 } } }
              responses: {}
        components:
          schemas:
            Animal:
              allOf:
                - type: object
                  properties:
                    id: { type: string, pattern: '^\d+$' }
                    note: { type: string, nullable: true }
                    legs: { type: integer, minimum: 0 }
                    names: { type: array, minItems: 1, items: { type: string } }
                    sizes: { type: object, additionalProperties: { type: number } }
                  required: [id]
                - $ref: '#/components/schemas/Kind'
            Kind:
              type: object
              properties: { kind: { type: string } }
              discriminator:
                propertyName: kind
                mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' }
            Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } }, required: [lives] }
            Dog: { type: object, properties: { kind: { type: string }, food: { oneOf: [{ type: string }, { type: boolean }] } } }
        """);

    [Theory]
    [InlineData("""{"id":"1"}""", "")]
    [InlineData("""{"id":"1","note":null,"legs":4,"names":["Tom"],"sizes":{"a":1.5},"kind":"cat","lives":7}""", "")]
    [InlineData("""{"id":"1","kind":"dog","food":true}""", "")]
    [InlineData("""{}""", "body has no id")]
    [InlineData("""{"id":1}""", "body.id is a Number, not a string")]
    [InlineData("""{"id":"x"}""", "body.id does not match")]
    [InlineData("""{"id":null}""", "body.id is null")]
    [InlineData("""{"id":"1","legs":1.5}""", "body.legs is a Number, not a integer")]
    [InlineData("""{"id":"1","legs":-1}""", "body.legs -1 is below minimum 0")]
    [InlineData("""{"id":"1","names":[]}""", "body.names 0 is below minItems 1")]
    [InlineData("""{"id":"1","names":["a",2]}""", "body.names[1] is a Number")]
    [InlineData("""{"id":"1","sizes":{"a":"b"}}""", "body.sizes.a is a String")]
    [InlineData("""{"id":"1","kind":"cat"}""", "body has no lives")]
    [InlineData("""{"id":"1","kind":"cow"}""", "cow is not a kind")]
    [InlineData("""{"id":"1","kind":"dog","food":3}""", "body.food fits no alternative")]
    [InlineData("""{"id":"1","kind":"dog","lives":3}""", "body has lives, which nobody described")]
    [InlineData("""{"id":"1","legz":4}""", "body has legz, which nobody described")]
    [InlineData("""[]""", "body is a Array, not a object")]
    public void An_answer_that_is_not_as_described_is_seen(string body, string mistake) =>
        AssertMistake(mistake, Zoo.CheckAnswer("GET", "/animals/1", 200, "application/json", JsonNode.Parse(body)));

    [Theory]
    [InlineData(404, """{"code":40}""", "")]
    [InlineData(404, """{}""", "has no code")]
    [InlineData(201, """{"id":"1"}""", "an answer 201 is not described")]
    [InlineData(204, null, "")]
    [InlineData(200, null, "body of type none")]
    public void An_answer_has_a_status_that_was_described(int status, string? body, string mistake) =>
        AssertMistake(mistake, Zoo.CheckAnswer(
            "GET", "/animals/1", status, body is null ? null : "application/json", body is null ? null : JsonNode.Parse(body)));

    [Theory]
    [InlineData("/animals/1", "size=3", "")]
    [InlineData("/animals/1", "size=3&kinds=CAT,DOG", "")]
    [InlineData("/animals/1", "size=3&kinds=CAT,COW", "COW is not in the enumeration")]
    [InlineData("/animals/1", "size=3&of[home][town]=Ulm", "")]
    [InlineData("/animals/1", "size=3&of[home][town]=London", "above maxLength")]
    [InlineData("/animals/1", "size=3&of[home][street]=A", "of.home has street")]
    [InlineData("/animals/1", "size=251", "above maximum")]
    [InlineData("/animals/1", "size=many", "not a integer")]
    [InlineData("/animals/1", "", "the parameter size is missing")]
    [InlineData("/animals/tom", "size=3", "id does not match")]
    [InlineData("/animals/1", "size=3&colour=red", "the query parameter colour is not described")]
    [InlineData("/plants/1", "size=3", "GET /plants/1 is not described")]
    public void A_request_that_is_not_as_described_is_seen(string path, string query, string mistake)
    {
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(
            pair => pair[0], pair => pair[1]);

        AssertMistake(mistake, Zoo.CheckRequest("GET", path, pairs, null, null));
    }

    [Theory]
    [InlineData("""{"name":"Tom"}""", "")]
    [InlineData("""{"name":"Thomas"}""", "above maxLength")]
    [InlineData("""{"name":"Tom","age":3}""", "has age")]
    public void A_request_body_that_is_not_as_described_is_seen(string body, string mistake) =>
        AssertMistake(
            mistake, Zoo.CheckRequest("POST", "/animals/1", new Dictionary<string, string>(), "application/json", JsonNode.Parse(body)));

    private static void AssertMistake(string expected, IReadOnlyList<string> mistakes)
    {
        if (expected.Length == 0) Assert.Empty(mistakes);
        else Assert.Contains(mistakes, mistake => mistake.Contains(expected, StringComparison.Ordinal));
    }
}
