-- Reverts put.lua, unless a newer code was stored.
-- KEYS[1] the code, KEYS[2] the previous code
-- ARGV    HMAC of the code to withdraw
-- Returns 1 if the code was withdrawn, else 0.
if redis.call('HGET', KEYS[1], 'hmac') ~= ARGV[1] then
  return 0
end
redis.call('DEL', KEYS[1])
if redis.call('EXISTS', KEYS[2]) == 1 then
  redis.call('RENAME', KEYS[2], KEYS[1])
end
return 1
