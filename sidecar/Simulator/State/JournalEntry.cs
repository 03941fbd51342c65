using System.Text.Json.Serialization;
using Connector.Simulator.Catalogs;

namespace Connector.Simulator.State;

/// <summary>One change of the simulator's state; the journal is the list of them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(AccountOpened), "account_opened")]
[JsonDerivedType(typeof(AccountKindSet), "account_kind_set")]
[JsonDerivedType(typeof(TokensGranted), "tokens_granted")]
[JsonDerivedType(typeof(BoardSaved), "board_saved")]
[JsonDerivedType(typeof(BoardDeleted), "board_deleted")]
[JsonDerivedType(typeof(SectionSaved), "section_saved")]
[JsonDerivedType(typeof(SectionDeleted), "section_deleted")]
[JsonDerivedType(typeof(MediaSaved), "media_saved")]
[JsonDerivedType(typeof(PinSaved), "pin_saved")]
[JsonDerivedType(typeof(PinChanged), "pin_changed")]
[JsonDerivedType(typeof(PinMoved), "pin_moved")]
[JsonDerivedType(typeof(PinDeleted), "pin_deleted")]
[JsonDerivedType(typeof(WebsiteSaved), "website_saved")]
[JsonDerivedType(typeof(FeedSaved), "feed_saved")]
[JsonDerivedType(typeof(FeedDeleted), "feed_deleted")]
[JsonDerivedType(typeof(FeedRunBegun), "feed_run_begun")]
[JsonDerivedType(typeof(BatchTaken), "batch_taken")]
[JsonDerivedType(typeof(GroupSaved), "group_saved")]
[JsonDerivedType(typeof(GroupDeleted), "group_deleted")]
[JsonDerivedType(typeof(StartedOver), "started_over")]
internal abstract record JournalEntry;

/// <summary>A user is new, with the three boards that every account has at first.</summary>
internal sealed record AccountOpened(string Id, string Username, string Seed, DateTimeOffset At) : JournalEntry;

/// <summary>A user has a business account from now on, or a personal one.</summary>
internal sealed record AccountKindSet(DateTimeOffset At, string AccountId, bool IsBusiness) : JournalEntry;

/// <summary>
/// New tokens; <paramref name="Replaces"/> is the refresh token that is invalid from now on, or from <paramref name="ReplacedGoodUntil"/>
/// on; until then it may be good for <paramref name="SamePair"/> only.
/// </summary>
internal sealed record TokensGranted(
    SimulatedGrant Grant, string? Replaces, DateTimeOffset? ReplacedGoodUntil, bool SamePair = false) : JournalEntry;

/// <summary>A board is new or changed.</summary>
internal sealed record BoardSaved(string AccountId, SimulatedBoard Board) : JournalEntry;

/// <summary>A board is gone, with its sections and pins.</summary>
internal sealed record BoardDeleted(string AccountId, string BoardId) : JournalEntry;

/// <summary>A section is new or changed.</summary>
internal sealed record SectionSaved(string AccountId, SimulatedSection Section) : JournalEntry;

/// <summary>A section is gone; its pins stay on the board.</summary>
internal sealed record SectionDeleted(string AccountId, string SectionId) : JournalEntry;

/// <summary>An upload is registered, or has arrived.</summary>
internal sealed record MediaSaved(string AccountId, SimulatedMedia Media) : JournalEntry;

/// <summary>A pin is new.</summary>
internal sealed record PinSaved(string AccountId, SimulatedPin Pin) : JournalEntry;

/// <summary>A pin is other than it was, at its old place.</summary>
internal sealed record PinChanged(string AccountId, SimulatedPin Pin) : JournalEntry;

/// <summary>A pin stands where the newest does, though it is not new.</summary>
internal sealed record PinMoved(string AccountId, string PinId) : JournalEntry;

/// <summary>A pin is gone.</summary>
internal sealed record PinDeleted(string AccountId, string PinId) : JournalEntry;

/// <summary>A website is claimed.</summary>
internal sealed record WebsiteSaved(string AccountId, SimulatedWebsite Website) : JournalEntry;

/// <summary>An account, or each, is as on its first day; its tokens stay good.</summary>
internal sealed record StartedOver(DateTimeOffset At, string? AccountId = null) : JournalEntry;
