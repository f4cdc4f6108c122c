-- The devices that signed in to an account, by the digest of their cookie's token, and what happened to the account.
-- Address and device of an activity are sealed (see FieldCipher).

CREATE TABLE device (
    account_id   BIGINT      NOT NULL,
    digest       BINARY(32)  NOT NULL,
    last_seen_at DATETIME(3) NOT NULL,
    PRIMARY KEY (account_id, digest),
    CONSTRAINT device_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE activity (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id BIGINT       NOT NULL,
    at         DATETIME(3)  NOT NULL,
    event      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    result     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    device     VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    KEY activity_account (account_id, at),
    CONSTRAINT activity_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
