using System.Net.Http.Headers;

namespace Connector.Outgoing;

/// <summary>What the other side said; a redirect is an answer like any other.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Its headers, for <c>Retry-After</c> and the like.</param>
/// <param name="Body">As much as was read, as UTF-8.</param>
/// <param name="IsCut">The body went on, or might have: it met the limit, was too slow, or broke off.</param>
internal sealed record OutgoingResponse(int Status, HttpResponseHeaders Headers, string Body, bool IsCut);
