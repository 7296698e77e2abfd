-- The directory: who may hold circles here, their groups, and links that work once.
-- No members, no words of a meeting, no addresses. Secrets only as keyed hashes.

CREATE TABLE facilitators (
    -- AUTOINCREMENT: the sequence remembers that somebody was here, after they are gone (`used_before`).
    position     INTEGER PRIMARY KEY AUTOINCREMENT,
    facilitator  TEXT NOT NULL UNIQUE,
    label        TEXT NOT NULL,
    link         BLOB NOT NULL UNIQUE,
    passphrase   TEXT,
    trial        INTEGER NOT NULL CHECK (trial IN (0, 1))
) STRICT;

CREATE TABLE groups (
    position           INTEGER PRIMARY KEY AUTOINCREMENT,
    "group"            TEXT NOT NULL UNIQUE,
    facilitator        TEXT NOT NULL REFERENCES facilitators (facilitator) ON DELETE CASCADE,
    name               TEXT NOT NULL,
    mode               TEXT NOT NULL,
    door               TEXT NOT NULL,
    agreement          TEXT NOT NULL,   -- a JSON list of lines
    agreement_version  INTEGER NOT NULL,
    invitation         BLOB UNIQUE      -- keyed hash; empty between meetings
) STRICT;

CREATE INDEX groups_by_facilitator ON groups (facilitator);

CREATE TABLE once_links (
    link         BLOB PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('host', 'trial')),
    facilitator  TEXT REFERENCES facilitators (facilitator) ON DELETE CASCADE,
    made         INTEGER NOT NULL,      -- seconds since 1970, as `expires`
    expires      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A new link sweeps up those of its kind that nobody used in time, in the same statement.
CREATE TRIGGER once_links_expire BEFORE INSERT ON once_links
BEGIN
    DELETE FROM once_links WHERE kind = NEW.kind AND expires <= NEW.made;
END;
