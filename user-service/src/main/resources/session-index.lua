-- Adds a session to its user's index and takes the oldest out when there are too many. It is the newest whatever the
-- clock of its starter says.
-- KEYS[1] index; ARGV[1] digest; ARGV[2] now in ms; ARGV[3] most sessions; ARGV[4] life of the index in ms
-- returns the digests that were taken out
local newest = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local at = math.max(tonumber(ARGV[2]), tonumber(newest[2] or 0) + 1)
redis.call('ZADD', KEYS[1], at, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
local tooMany = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[3])
local popped = {}
if tooMany > 0 then
    local pairs = redis.call('ZPOPMIN', KEYS[1], tooMany)
    for i = 1, #pairs, 2 do
        popped[#popped + 1] = pairs[i]
    end
end
return popped
