using QuitteXBot.Testing.Storage;

namespace QuitteXBot.Storage.Sqlite.Tests;

public sealed class SqliteStoreReadingTests() : StoreReadingContract(new SqliteHarness());

public sealed class SqliteStoreDepartureTests() : StoreDepartureContract(new SqliteHarness());

public sealed class SqliteStoreIngestTests() : StoreIngestContract(new SqliteHarness());

public sealed class SqliteStoreReanchoringTests() : StoreReanchoringContract(new SqliteHarness());

public sealed class SqliteStoreVerifyTests() : StoreVerifyContract(new SqliteHarness());

public sealed class SqliteStoreHistoryTests() : StoreHistoryContract(new SqliteHarness());

public sealed class SqliteStoreChangesTests() : StoreChangesContract(new SqliteHarness());

public sealed class SqliteModerationChangeTests() : ModerationChangeContract(new SqliteHarness());

public sealed class SqliteModerationUndoTests() : ModerationUndoContract(new SqliteHarness());

public sealed class SqliteModerationReviewTests() : ModerationReviewContract(new SqliteHarness());

public sealed class SqliteModerationMergeTests() : ModerationMergeContract(new SqliteHarness());

public sealed class SqliteModerationLookupTests() : ModerationLookupContract(new SqliteHarness());

public sealed class SqliteAnnouncementTests() : AnnouncementContract(new SqliteHarness());

public sealed class SqliteModerationHistoryTests() : ModerationHistoryContract(new SqliteHarness());
