-- Increments a counter of an hour, and sets the expiry of the hour in the same step.
-- KEYS[1] the hour
-- ARGV    the counter, expiry in seconds
-- Returns 1.
redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
return redis.call('EXPIRE', KEYS[1], ARGV[2])
