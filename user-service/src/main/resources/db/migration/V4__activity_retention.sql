-- Entries are deleted when they are older than passport.activity.retention.

CREATE INDEX activity_at ON activity (at);
