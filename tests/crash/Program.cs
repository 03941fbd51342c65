using Connector.Crash;
using Connector.Crash.Clocks;
using Connector.Crash.Disks;
using Connector.Crash.Kills;
using Connector.Crash.Power;
using Connector.Crash.Running;

// dotnet run -c Release --project tests/crash [-- [power|disk|clock] [--rounds 25] [--points 1000] [--seed 1]]
return args switch
{
    ["host", var variant, .. var settings] => await VariantHost.RunAsync(variant, settings),
    ["power", .. var rest] => await PowerCuts.RunAsync(Effort.Of(rest)),
    ["disk", .. var rest] => await DiskTroubles.RunAsync(Effort.Of(rest)),
    ["clock", .. var rest] => await ClockJumps.RunAsync(Effort.Of(rest)),
    _ => await KillRounds.RunAsync(Effort.Of(args)),
};
