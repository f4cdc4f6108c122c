-- Only what MariaDB and MySQL 8 share. Times are UTC. Personal values are sealed (see FieldCipher);
-- the *_index columns find them and keep them unique (see BlindIndex).

CREATE TABLE account (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mobile        VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    mobile_index  BINARY(32)   NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(32),
    -- the name as far as it must be unique: compatibility-normalised, lower case
    name_key      VARCHAR(600),
    avatar_url    VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin,
    created_at    DATETIME(3)  NOT NULL,
    UNIQUE KEY account_mobile (mobile_index),
    UNIQUE KEY account_name (name_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE real_name (
    account_id    BIGINT       NOT NULL PRIMARY KEY,
    real_name     VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id_card       VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id_card_index BINARY(32)   NOT NULL,
    verified_at   DATETIME(3)  NOT NULL,
    UNIQUE KEY real_name_id_card (id_card_index),
    CONSTRAINT real_name_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
