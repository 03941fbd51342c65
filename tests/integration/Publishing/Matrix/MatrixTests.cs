using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Matrix;

/// <summary>The matrix is whole: no fault is forgotten at any point, and no call of ours is at no point.</summary>
public sealed class MatrixTests
{
    [Fact]
    public void Every_fault_is_tried_at_every_point_or_there_is_a_reason_why_not()
    {
        var tried = FaultMatrix.Pins.Concat<Case>(FaultMatrix.Calls).Select(one => (one.Point, one.Fault)).ToHashSet();
        var unmet = FaultMatrix.Unmet
            .SelectMany(reason => from fault in reason.Faults from point in reason.Points select (point, fault))
            .ToList();

        Assert.Empty(from point in Enum.GetValues<Point>()
                     from fault in FaultCatalog.All.Keys
                     where !tried.Contains((point, fault)) && !unmet.Contains((point, fault))
                     select $"{fault} at {point}");
        Assert.Equal([], unmet.Intersect(tried));
        Assert.Equal(unmet.Distinct().Count(), unmet.Count);
        Assert.All(tried.Concat(unmet), pair => Assert.Contains(pair.Item2, FaultCatalog.All.Keys));
    }

    [Fact]
    public async Task Every_call_to_Pinterest_is_at_some_point()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        // What changes or saves a pin that is there is in EditPublishedTests, RefusedEditTests and SavePinTests, what claims a website in
        // WebsiteTests; what brings videos there in VideoMatrixTests, what connects an account in FailurePagesTests and OwnAccountTests.
        // What is done with one feed is in FeedTests and FeedWatchTests, with items in ItemSurvivalTests and ProductGroupTests.
        var operations = simulator.Get<PinterestRoutes>().Operations
            .Except(
            [
                "update_pin", "save_pin", "verify_website", "register_media", "upload_media", "get_media", "list_media", "give_consent",
                "client_credentials", "create_feed", "get_feed", "update_feed", "delete_feed", "ingest_feed", "list_feed_results",
                "list_feed_issues", "find_items", "send_items", "get_item_batch", "list_groups", "create_group", "get_group",
                "update_group", "delete_group", "count_group", "list_group_products", "create_report", "get_report", "list_report_stats",
            ]);
        Assert.Equal(operations.Order(), Enum.GetValues<Point>().Select(point => point.Operation()).Distinct().Order());
    }
}

/// <summary>A pin is created, at a point where a fault strikes.</summary>
public sealed class CreateMatrixTests(MatrixFixture matrix) : IClassFixture<MatrixFixture>
{
    public static TheoryData<string> Cases =>
        [.. FaultMatrix.Pins.Where(one => one.Point is Point.PublishPin or Point.ProbeAfterHold).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_pin_ends_as_the_matrix_says(string name) => PinCaseRun.RunAsync(matrix, name);
}

/// <summary>A pin is published with a token that must be renewed first.</summary>
public sealed class RenewalMatrixTests(MatrixFixture matrix) : IClassFixture<MatrixFixture>
{
    public static TheoryData<string> Cases =>
        [.. FaultMatrix.Pins.Where(one => Points.Renewals.Contains(one.Point)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_pin_ends_as_the_matrix_says(string name) => PinCaseRun.RunAsync(matrix, name);
}

/// <summary>A pin whose answer was lost is looked for.</summary>
public sealed class LookupMatrixTests(MatrixFixture matrix) : IClassFixture<MatrixFixture>
{
    public static TheoryData<string> Cases =>
        [.. FaultMatrix.Pins.Where(one => Points.Lookups.Contains(one.Point)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_pin_ends_as_the_matrix_says(string name) => PinCaseRun.RunAsync(matrix, name);
}

/// <summary>A caller reads.</summary>
public sealed class ReadMatrixTests(MatrixFixture matrix) : IClassFixture<MatrixFixture>
{
    public static TheoryData<string> Cases => [.. FaultMatrix.Calls.Where(one => Points.Reads.Contains(one.Point)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_caller_is_answered_as_the_matrix_says(string name) => CallCaseRun.RunAsync(matrix, name);
}

/// <summary>A caller changes something, or connects an account.</summary>
public sealed class ChangeMatrixTests(MatrixFixture matrix) : IClassFixture<MatrixFixture>
{
    public static TheoryData<string> Cases =>
        [.. FaultMatrix.Calls.Where(one => !Points.Reads.Contains(one.Point)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_caller_is_answered_as_the_matrix_says(string name) => CallCaseRun.RunAsync(matrix, name);
}
