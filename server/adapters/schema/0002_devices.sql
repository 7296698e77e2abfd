-- Paired devices: each has a link of its own, as a keyed hash. No names, no times: how many there are is enough to know.

CREATE TABLE devices (
    link         BLOB PRIMARY KEY,
    facilitator  TEXT NOT NULL REFERENCES facilitators (facilitator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX devices_by_facilitator ON devices (facilitator);

-- "Only this device": its link becomes the facilitator's own, and all others go in the same statement.
CREATE TRIGGER only_this_device AFTER UPDATE OF link ON facilitators
BEGIN
    DELETE FROM devices WHERE facilitator = NEW.facilitator;
END;
