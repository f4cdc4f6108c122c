# The image mysql runs this when its volume is new. For an older volume, run the same statements by hand.
docker_process_sql --database=mysql <<SQL
CREATE DATABASE IF NOT EXISTS passport_verify;
CREATE USER IF NOT EXISTS passport_verify IDENTIFIED BY '$(cat /run/secrets/passport.sms-ledger.database-password)';
GRANT ALL ON passport_verify.* TO passport_verify;
SQL
