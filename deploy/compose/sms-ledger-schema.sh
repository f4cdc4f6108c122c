# Read by the entrypoint of the image mysql when its volume is new. In a volume that is older, run the same statements by hand.
docker_process_sql --database=mysql <<SQL
CREATE DATABASE IF NOT EXISTS passport_verify;
CREATE USER IF NOT EXISTS passport_verify IDENTIFIED BY '$(cat /run/secrets/passport.sms-ledger.database-password)';
GRANT ALL ON passport_verify.* TO passport_verify;
SQL
