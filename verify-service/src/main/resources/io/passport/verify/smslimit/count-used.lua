-- Counts a used code.
-- KEYS[1] the used codes, as in reserve-global.lua
-- ARGV    slices in a window, period in ms
-- Returns 1.
local time = redis.call('TIME')
local width = math.max(1, math.ceil(ARGV[2] / ARGV[1]))
redis.call('HINCRBY', KEYS[1], math.floor((time[1] * 1000 + math.floor(time[2] / 1000)) / width), 1)
return redis.call('PEXPIRE', KEYS[1], width * (ARGV[1] + 2))
