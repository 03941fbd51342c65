namespace Connector.Http;

/// <summary>ok, or what is wrong.</summary>
public sealed record HealthState(
    [property: OneOf("HealthStatus", "ok", "unavailable")] string Status,
    IReadOnlyList<string> Problems);

/// <summary>GET /healthz: the process is alive.</summary>
internal sealed class Health : Operation<HealthState>
{
    public override void Configure()
    {
        Get("/healthz");
        AllowAnonymous();
        Options(route => route.DisableRateLimiting());
        Description(route => route.WithTags("Health"));
        Describe("Tell that the process is alive.");
    }

    protected override Task<HealthState> AnswerAsync(CancellationToken cancellation) => Task.FromResult(new HealthState("ok", []));
}
