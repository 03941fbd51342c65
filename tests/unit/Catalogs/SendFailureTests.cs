using Connector.Accounts;
using Connector.Catalogs;
using Connector.Catalogs.Items;
using Connector.Pinterest;

namespace Connector.Tests.Catalogs;

/// <summary>What is done after a batch of items could not be sent.</summary>
public sealed class SendFailureTests
{
    [Theory]
    [InlineData("NotSent", ItemOperation.Create, 1, "Wait")]
    [InlineData("RateLimited", ItemOperation.Create, 99, "Wait")]
    [InlineData("TokenExpired", ItemOperation.Create, 1, "Wait")]
    [InlineData("NoAnswer", ItemOperation.Create, 1, "Unconfirmed")]
    [InlineData("ServerError", ItemOperation.Create, 1, "Unconfirmed")]
    [InlineData("Unreadable", ItemOperation.Create, 1, "Unconfirmed")]
    [InlineData("NoAnswer", ItemOperation.Upsert, 1, "Wait")]
    [InlineData("ServerError", ItemOperation.Update, 9, "Wait")]
    [InlineData("Unreadable", ItemOperation.Delete, 10, "Unconfirmed")]
    [InlineData("Invalid", ItemOperation.Upsert, 1, "Refused")]
    [InlineData("Forbidden", ItemOperation.Upsert, 1, "JobFails")]
    [InlineData("ScopeMissing", ItemOperation.Upsert, 1, "JobFails")]
    [InlineData("MerchantDisapproved", ItemOperation.Upsert, 1, "JobFails")]
    [InlineData("BusinessNeeded", ItemOperation.Upsert, 1, "JobFails")]
    public void A_create_is_never_sent_twice_and_what_all_batches_would_meet_ends_the_job(
        string kind, string operation, long tries, string then)
    {
        var failure = new PinterestFailure(Enum.Parse<FailureKind>(kind), 400, null, "No.", null, null);

        Assert.Equal(then, SendFailure.Judge(failure, PinterestProblems.From(failure), operation, tries).ToString());
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(60, 30)]
    [InlineData(600, 120)]
    [InlineData(3600, 600)]
    [InlineData(86_000, 600)]
    public void A_batch_is_asked_for_ever_more_seldom(int sinceSeconds, int waitSeconds) =>
        Assert.Equal(TimeSpan.FromSeconds(waitSeconds), PollPlan.Wait(TimeSpan.FromSeconds(sinceSeconds)));
}
