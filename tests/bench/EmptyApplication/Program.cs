using Connector.EmptyApplication;
using FastEndpoints;

var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
builder.Services.AddFastEndpoints([typeof(GetReady)]);
await using var app = builder.Build();
app.MapFastEndpoints();
await app.RunAsync();
