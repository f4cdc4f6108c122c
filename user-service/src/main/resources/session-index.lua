-- Adds a session to its user's index, as the newest whatever the clock of its starter says, and tells which are too many
-- with it. Those stay: who ends them deletes them first, so that none lives that the index does not know.
-- KEYS[1] index; ARGV[1] digest; ARGV[2] now in ms; ARGV[3] most sessions; ARGV[4] life of the index in ms
-- returns the digests of the oldest, as far as there are too many
local newest = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local at = math.max(tonumber(ARGV[2]), tonumber(newest[2] or 0) + 1)
redis.call('ZADD', KEYS[1], at, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
local tooMany = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[3])
if tooMany <= 0 then
    return {}
end
return redis.call('ZRANGE', KEYS[1], 0, tooMany - 1)
