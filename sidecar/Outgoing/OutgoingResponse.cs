using System.Net.Http.Headers;

namespace Connector.Outgoing;

/// <summary>What the receiver answered; a redirect is an answer like any other.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Its headers, for <c>Retry-After</c> and the like.</param>
/// <param name="Body">As much as was read, as UTF-8.</param>
/// <param name="IsCut">The body is incomplete, or may be: it was larger than the limit, too slow, or broke off.</param>
internal sealed record OutgoingResponse(int Status, HttpResponseHeaders Headers, string Body, bool IsCut);
