using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Connector.Http;

/// <summary>
/// What a key may do. <c>publish</c> includes <c>read</c>; <c>approve</c> includes nothing; <c>admin</c> includes all. Only <c>approve</c>
/// and <c>admin</c> approve pins, so that a workflow that publishes cannot approve its own.
/// </summary>
internal static class Scope
{
    public const string Read = "read";
    public const string Publish = "publish";
    public const string Approve = "approve";
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Read, Publish, Approve, Admin];

    public static bool Covers(IReadOnlySet<string> granted, string needed) =>
        granted.Contains(needed) || granted.Contains(Admin) || (needed == Read && granted.Contains(Publish));

    public static void AddScopes(this AuthorizationOptions options)
    {
        foreach (var scope in All)
            options.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().AddRequirements(new ScopeRequirement(scope)));
    }
}

/// <summary>Met by a caller whose key covers the scope.</summary>
internal sealed class ScopeRequirement(string scope) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    public string Scope { get; } = scope;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (Caller.Of(context.User) is { } caller && Http.Scope.Covers(caller.Scopes, requirement.Scope)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Answers 403 with the name of the missing scope.</summary>
internal sealed class ScopeRefusal : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _default = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && policy.Requirements.OfType<ScopeRequirement>().LastOrDefault() is { } needed)
            await ProblemJson.WriteAsync(context, Problems.InsufficientScope(needed.Scope));
        else
            await _default.HandleAsync(next, context, policy, authorizeResult);
    }
}
