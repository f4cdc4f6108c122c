-- Takes one attempt back; a counter that has gone meanwhile stays gone.
-- KEYS[1] counter
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then
    return redis.call('DECR', KEYS[1])
end
return 0
