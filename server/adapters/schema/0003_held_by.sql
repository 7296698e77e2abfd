-- Who holds the meetings of a group: its facilitators, or everybody in it. Empty: as this server usually does.

ALTER TABLE groups ADD COLUMN held_by TEXT CHECK (held_by IN ('facilitators', 'members'));
