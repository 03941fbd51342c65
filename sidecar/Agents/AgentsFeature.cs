using Connector.Agents.Protocol;
using Connector.Agents.Tools;
using ModelContextProtocol.Protocol;

namespace Connector.Agents;

/// <summary>Registers what language models use: the Model Context Protocol at /mcp, and the page that tells them how.</summary>
internal static class AgentsFeature
{
    /// <param name="services">The sidecar's.</param>
    /// <param name="hasPages">Whether there are pages on which a person approves a pin.</param>
    public static IServiceCollection AddAgents(this IServiceCollection services, bool hasPages)
    {
        services.AddSingleton(new ApprovalPages(hasPages));
        services.AddSingleton<AgentTool, ListAccountsTool>();
        services.AddSingleton<AgentTool, ListBoardsTool>();
        services.AddSingleton<AgentTool, ValidatePinTool>();
        services.AddSingleton<AgentTool, PlanPinsTool>();
        services.AddSingleton<AgentTool, CreatePinTool>();
        services.AddSingleton<AgentTool, GetPinTool>();
        services.AddSingleton<AgentTool, ListPinsTool>();
        services.AddSingleton<AgentTool, GetPinMetricsTool>();
        services.AddSingleton<AgentTool, GetApprovalLinkTool>();
        // Made by the first message: whoever never uses them pays nothing for their schemas.
        services.AddSingleton<ToolHandlers>();
        services.AddSingleton<ResourceHandlers>();
        services.AddMcpServer(server =>
        {
            server.ServerInfo = new Implementation
            {
                Name = "pinterest-connector",
                Title = "Pinterest Connector",
                Version = typeof(AgentsFeature).Assembly.GetName().Version!.ToString(3),
            };
            server.ServerInstructions = Habits.Text;
            server.ScopeRequests = false;
            server.Handlers.ListToolsHandler = (call, _) => call.Of<ToolHandlers>().ListAsync(call);
            server.Handlers.CallToolHandler = (call, end) => call.Of<ToolHandlers>().CallAsync(call, end);
            server.Handlers.ListResourcesHandler = (_, _) => ValueTask.FromResult(new ListResourcesResult());
            server.Handlers.ListResourceTemplatesHandler = (_, _) => ValueTask.FromResult(ResourceHandlers.Templates);
            server.Handlers.ReadResourceHandler = (call, _) => call.Of<ResourceHandlers>().ReadAsync(call);
            server.Handlers.ListPromptsHandler = (_, _) => ValueTask.FromResult(WritePinPrompt.List);
            server.Handlers.GetPromptHandler = (call, _) => ValueTask.FromResult(WritePinPrompt.Get(call.Params));
        })
        // Without sessions any replica answers any message.
        .WithHttpTransport(transport => transport.Stateless = true);
        return services;
    }

    public static void MapAgents(this IEndpointRouteBuilder routes)
    {
        routes.MapMcp("/mcp").RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/llms.txt", LlmsText.Write).AllowAnonymous().ExcludeFromDescription();
    }
}
