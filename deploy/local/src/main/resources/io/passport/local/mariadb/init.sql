CREATE DATABASE IF NOT EXISTS passport CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE OR REPLACE USER passport@127.0.0.1 IDENTIFIED BY 'local-only-passport-database';
GRANT ALL ON passport.* TO passport@127.0.0.1;
CREATE DATABASE IF NOT EXISTS passport_verify CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE OR REPLACE USER passport_verify@127.0.0.1 IDENTIFIED BY 'local-only-passport-verify-database';
GRANT ALL ON passport_verify.* TO passport_verify@127.0.0.1;
