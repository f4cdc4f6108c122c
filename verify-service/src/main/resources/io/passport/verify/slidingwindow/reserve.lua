-- Reserves one place in every window of a key, or in none.
-- KEYS[1] sorted set: member = reservation, score = when it was made, in ms
-- ARGV    reservation, then for each window: most, period in ms
-- Returns 0 when reserved, else the ms to wait until all windows have room.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local wait, longest = 0, 0
for i = 2, #ARGV, 2 do
  local most, period = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
  -- full when the most-th newest reservation is younger than the period
  local nth = redis.call('ZREVRANGE', KEYS[1], most - 1, most - 1, 'WITHSCORES')
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
