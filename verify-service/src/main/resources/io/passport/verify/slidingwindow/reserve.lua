-- Adds a reservation if every window of the key has room.
-- KEYS[1] sorted set: member = reservation, score = its time in ms
-- ARGV    reservation, then for each window: maximum, period in ms
-- Returns 0 if reserved, else the ms to wait until every window has room.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local wait, longest = 0, 0
for i = 2, #ARGV, 2 do
  local max, period = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
  -- full if the reservation at rank max, newest first, is younger than the period
  local nth = redis.call('ZREVRANGE', KEYS[1], max - 1, max - 1, 'WITHSCORES')
  if nth[2] then
    wait = math.max(wait, nth[2] + period - now)
  end
  longest = math.max(longest, period)
end
if wait > 0 then
  return wait
end

redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - longest)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('PEXPIRE', KEYS[1], longest)
return 0
