-- Every text that a source ever had. A source shows its newest; a statement stays with the text that it was read in,
-- so that what was lost or withdrawn can still be checked word by word.
CREATE TABLE source_texts (
  number INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (source_id, sha256)
) STRICT;

-- edited_by, here and below: the moderator who changed the row last, null while it stands as the seeds give it.
CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  text_number INTEGER NOT NULL REFERENCES source_texts (number),
  outlet TEXT,
  title TEXT,
  author TEXT,
  published TEXT,
  url TEXT,
  archive_url TEXT,
  retrieved TEXT,
  language TEXT NOT NULL,
  rights_note TEXT,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  edited_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT,
  code TEXT,
  country TEXT NOT NULL,
  departement_code TEXT,
  region_code TEXT,
  population INTEGER,
  aliases TEXT NOT NULL, -- a JSON array, as are all lists below
  edited_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT,
  organisation_id TEXT REFERENCES organisations (id),
  edited_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL REFERENCES sources (id),
  text_number INTEGER NOT NULL REFERENCES source_texts (number),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  truncated INTEGER NOT NULL,
  heading INTEGER NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'unstated')),
  speaker TEXT,
  role TEXT,
  organisation_id TEXT REFERENCES organisations (id),
  organisation_name TEXT,
  reasons TEXT NOT NULL,
  topic TEXT NOT NULL CHECK (topic IN ('why', 'next', 'other')),
  said_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
  quote_confidence REAL NOT NULL,
  speaker_confidence REAL NOT NULL,
  organisation_confidence REAL NOT NULL,
  reasons_confidence REAL NOT NULL,
  edited_by TEXT,
  -- Sorts as dates do: by first day, the more precise first.
  said_key TEXT GENERATED ALWAYS AS (CASE length(said_on) WHEN 10 THEN said_on || 'a' WHEN 7 THEN said_on || '-01b' WHEN 4 THEN said_on || '-01-01c' END) VIRTUAL
) STRICT;

CREATE INDEX statements_by_organisation ON statements (organisation_id, said_key DESC, source_id, start_at, end_at, status, topic, heading);
CREATE INDEX statements_by_source ON statements (source_id, start_at, end_at);

-- subject: the organisation's id, or 'person:' and the slug of the person's name.
CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisations (id),
  person TEXT,
  action TEXT NOT NULL CHECK (action IN ('leaves', 'suspends', 'dormant', 'deletes', 'stays', 'returns')),
  announced TEXT,
  effective TEXT,
  observed TEXT,
  platforms_kept TEXT NOT NULL,
  platforms_joined TEXT NOT NULL,
  accounts TEXT NOT NULL,
  note TEXT,
  source_id TEXT REFERENCES sources (id),
  outlet TEXT,
  title TEXT,
  published TEXT,
  url TEXT,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  edited_by TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX reports_by_subject ON reports (subject, withdrawn);
CREATE INDEX reports_by_source ON reports (source_id) WHERE source_id IS NOT NULL;

-- Each hash covers the row and the hash before it.
CREATE TABLE revisions (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  action TEXT NOT NULL,
  before TEXT,
  after TEXT,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX revisions_by_entity ON revisions (entity_id, number);

CREATE TRIGGER revisions_are_never_changed BEFORE UPDATE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'revisions are append-only');
END;

CREATE TRIGGER revisions_are_never_removed BEFORE DELETE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'revisions are append-only');
END;

-- Derived from reports and statements in the transaction that changes them, so that lists and counts need not read everything.
CREATE TABLE departures (
  subject TEXT PRIMARY KEY,
  organisation_id TEXT REFERENCES organisations (id),
  kind TEXT,
  departement_code TEXT,
  region_code TEXT,
  country TEXT,
  date_key TEXT,
  first_day TEXT,
  last_day TEXT,
  sort_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX departures_in_order ON departures (date_key DESC, sort_name, subject);

CREATE TABLE departure_platforms (
  subject TEXT NOT NULL REFERENCES departures (subject) ON DELETE CASCADE,
  platform TEXT NOT NULL,
  PRIMARY KEY (subject, platform)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_reasons (
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  reason TEXT NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, reason)
) STRICT, WITHOUT ROWID;

CREATE INDEX organisation_reasons_by_reason ON organisation_reasons (reason, organisation_id, statements);
