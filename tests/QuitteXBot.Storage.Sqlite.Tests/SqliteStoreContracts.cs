using QuitteXBot.Testing.Storage;

namespace QuitteXBot.Storage.Sqlite.Tests;

public sealed class SqliteStoreReadingTests() : StoreReadingContract(new SqliteHarness());

public sealed class SqliteStoreDepartureTests() : StoreDepartureContract(new SqliteHarness());

public sealed class SqliteStoreIngestTests() : StoreIngestContract(new SqliteHarness());

public sealed class SqliteStoreReanchoringTests() : StoreReanchoringContract(new SqliteHarness());

public sealed class SqliteStoreVerifyTests() : StoreVerifyContract(new SqliteHarness());

public sealed class SqliteStoreHistoryTests() : StoreHistoryContract(new SqliteHarness());

public sealed class SqliteStoreChangesTests() : StoreChangesContract(new SqliteHarness());
