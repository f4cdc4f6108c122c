-- Adds a session to its user's index and returns the oldest sessions above the limit. The new session gets the highest
-- score even if another instance's clock is ahead. The returned sessions stay in the index: the caller deletes each session
-- first and its index entry afterwards, so that no session exists that the index does not contain.
-- KEYS[1] index; ARGV[1] digest; ARGV[2] now in ms; ARGV[3] max sessions; ARGV[4] time to live of the index in ms
-- returns the digests of the oldest sessions above the limit
local newest = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local at = math.max(tonumber(ARGV[2]), tonumber(newest[2] or 0) + 1)
redis.call('ZADD', KEYS[1], at, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
local tooMany = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[3])
if tooMany <= 0 then
    return {}
end
return redis.call('ZRANGE', KEYS[1], 0, tooMany - 1)
