-- Counts one more, in a hash that always has an end.
-- KEYS[1] the hour
-- ARGV    what is counted, life of the hour in seconds
redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
return redis.call('EXPIRE', KEYS[1], ARGV[2])
