-- Counts one attempt, unless the window has too many. The first attempt opens the window.
-- KEYS[1] counter; ARGV[1] max attempts; ARGV[2] window in ms
-- returns 0, or the milliseconds to wait
if tonumber(redis.call('GET', KEYS[1]) or '0') >= tonumber(ARGV[1]) then
    return math.max(redis.call('PTTL', KEYS[1]), 1)
end
if redis.call('INCR', KEYS[1]) == 1 then
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 0
