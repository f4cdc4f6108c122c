-- When the account was last signed in to (null: not since registration), and how often what proves its owner was
-- changed: a sign-in that began before a change must not end in a session after it.

ALTER TABLE account
    ADD COLUMN signed_in_at       DATETIME(3),
    ADD COLUMN credential_version INT NOT NULL DEFAULT 0;
