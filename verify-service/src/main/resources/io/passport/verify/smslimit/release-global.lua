-- Removes a message from the windows that it was counted in.
-- KEYS    the windows, as in reserve-global.lua
-- ARGV    slices in a window, the time of the count in ms, then the period of each key in ms
-- Returns 1.
for i = 1, #KEYS do
  local slice = math.floor(ARGV[2] / math.max(1, math.ceil(ARGV[2 + i] / ARGV[1])))
  if tonumber(redis.call('HGET', KEYS[i], slice) or '0') > 0 then
    redis.call('HINCRBY', KEYS[i], slice, -1)
  end
end
return 1
