-- What became of messages, by the hour (UTC). Holds no number and no address. Only what MariaDB and MySQL 8 share.

CREATE TABLE sms_ledger (
    hour        DATETIME     NOT NULL,
    purpose     VARCHAR(16)  NOT NULL,
    event       VARCHAR(16)  NOT NULL,
    detail      VARCHAR(32)  NOT NULL,
    amount      BIGINT       NOT NULL,
    cost_micros BIGINT       NOT NULL,
    PRIMARY KEY (hour, purpose, event, detail)
) ENGINE = InnoDB DEFAULT CHARACTER SET ascii COLLATE ascii_bin;
