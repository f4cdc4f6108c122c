-- Takes back one counted attempt, unless its window is over.
-- KEYS[1] counter
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then
    redis.call('DECR', KEYS[1])
end
return 0
