-- merged_into: everything recorded of the organisation is recorded of that one instead; never a chain.
-- withdrawn: it was added and the adding undone.
ALTER TABLE organisations ADD COLUMN merged_into TEXT REFERENCES organisations (id);
ALTER TABLE organisations ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;

CREATE INDEX organisations_merged ON organisations (merged_into) WHERE merged_into IS NOT NULL;

-- Names this store in the keys of its messages: no two stores have the same.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (name, value) VALUES ('store', lower(hex(randomblob(6))));

-- Who is behind the pseudonyms of the log. A row that is erased leaves the log as it is.
CREATE TABLE people (
  pseudonym TEXT PRIMARY KEY,
  person TEXT NOT NULL UNIQUE -- platform:user
) STRICT, WITHOUT ROWID;

-- What members and moderators wrote, which the log has only the hash of: it can be erased.
CREATE TABLE reviews (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('suggestion', 'report', 'approval')),
  text TEXT NOT NULL,
  url TEXT,
  statement_id TEXT,
  statement INTEGER REFERENCES statements (number) ON DELETE SET NULL,
  organisation_id TEXT,
  draft TEXT,
  language TEXT NOT NULL,
  salt TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL, -- a pseudonym, as is decided_by
  status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'rejected')),
  decided_by TEXT,
  reason TEXT
) STRICT;

CREATE INDEX reviews_by_status ON reviews (status, number);
CREATE INDEX reviews_by_author ON reviews (author, at);
CREATE INDEX reviews_by_statement ON reviews (statement) WHERE statement IS NOT NULL;

-- fault: why nothing is sent there any more.
CREATE TABLE subscriptions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT,
  departement_code TEXT,
  region_code TEXT,
  reason TEXT,
  as_text INTEGER NOT NULL,
  fault TEXT,
  UNIQUE (platform, channel)
) STRICT;

-- What waits to be sent or edited. A number is never used twice, for the key that the platform sees is made of it.
-- taken: it was handed out, so that what the message says may already be fixed.
CREATE TABLE outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  operation TEXT NOT NULL CHECK (operation IN ('send', 'edit', 'notice')),
  subscription INTEGER REFERENCES subscriptions (number) ON DELETE CASCADE,
  statement INTEGER REFERENCES statements (number) ON DELETE CASCADE,
  report TEXT REFERENCES reports (id) ON DELETE CASCADE,
  review INTEGER REFERENCES reviews (number) ON DELETE CASCADE,
  recipient TEXT REFERENCES people (pseudonym) ON DELETE CASCADE,
  due TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  taken INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX outbox_by_subscription ON outbox (subscription, number);
CREATE INDEX outbox_by_statement ON outbox (statement) WHERE statement IS NOT NULL;
CREATE INDEX outbox_by_report ON outbox (report) WHERE report IS NOT NULL;
CREATE INDEX outbox_by_review ON outbox (review) WHERE review IS NOT NULL;
CREATE INDEX outbox_by_recipient ON outbox (recipient, number) WHERE recipient IS NOT NULL;

-- The messages that told of a statement or a report.
CREATE TABLE announcements (
  number INTEGER PRIMARY KEY,
  subscription INTEGER NOT NULL REFERENCES subscriptions (number) ON DELETE CASCADE,
  statement INTEGER REFERENCES statements (number) ON DELETE CASCADE,
  report TEXT REFERENCES reports (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  UNIQUE (subscription, statement),
  UNIQUE (subscription, report)
) STRICT;

CREATE INDEX announcements_by_statement ON announcements (statement) WHERE statement IS NOT NULL;
CREATE INDEX announcements_by_report ON announcements (report) WHERE report IS NOT NULL;

-- What became of the pages that sources were read on: observed, not decided by anybody, and so not in the log.
CREATE TABLE page_checks (
  source_id TEXT PRIMARY KEY REFERENCES sources (id),
  state TEXT NOT NULL CHECK (state IN ('present', 'changed', 'gone')),
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Changes by a hash of what asked for them, so that who asks again after a crash gets the first receipt.
CREATE TABLE requests (
  key TEXT PRIMARY KEY,
  change INTEGER NOT NULL,
  review INTEGER,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX changes ON revisions (number) WHERE entity = 'change';
CREATE INDEX changes_by_actor ON revisions (actor, number) WHERE entity = 'change';

-- Where a statement took another id, under the one that it had.
CREATE INDEX revisions_by_former_id ON revisions (before ->> '$.id', number) WHERE entity = 'statement' AND before ->> '$.id' <> entity_id;
