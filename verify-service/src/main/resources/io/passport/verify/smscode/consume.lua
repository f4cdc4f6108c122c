-- Compares a code and consumes it if it is right. A repeated call with the same consumption id has the same result.
-- KEYS[1] the code, KEYS[2] the mark of a cancelled consumption, KEYS[3] the wrong tries of 24 h
-- ARGV    HMAC of the code to compare, consumption id, maximum of wrong tries in 24 h, 24 h in ms
-- Returns CONSUMED for the first consumption of a code, CONSUMED_AGAIN for a later one (the code was released, or the call
-- was repeated), WRONG, or EXPIRED.
-- The comparison is not in constant time. That is safe: its duration tells something about an HMAC, which cannot be chosen
-- without the secret.
if redis.call('EXISTS', KEYS[2]) == 1 or tonumber(redis.call('GET', KEYS[3]) or '0') >= tonumber(ARGV[3]) then
  return 'EXPIRED'
end
local code = redis.call('HMGET', KEYS[1], 'hmac', 'tries', 'consumption_id')
local hmac, tries, consumption = code[1], tonumber(code[2] or 0), code[3]
if not hmac or tries < 1 or (consumption and consumption ~= ARGV[2]) then
  return 'EXPIRED'
end
if hmac ~= ARGV[1] then
  redis.call('HINCRBY', KEYS[1], 'tries', -1)
  if redis.call('INCR', KEYS[3]) == 1 then
    redis.call('PEXPIRE', KEYS[3], ARGV[4])
  end
  return 'WRONG'
end
redis.call('HSET', KEYS[1], 'consumption_id', ARGV[2])
return redis.call('HSETNX', KEYS[1], 'used', '1') == 1 and 'CONSUMED' or 'CONSUMED_AGAIN'
