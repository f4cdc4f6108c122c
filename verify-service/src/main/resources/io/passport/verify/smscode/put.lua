-- Stores a code. The previous code is kept aside until it expires, so that withdraw.lua can restore it.
-- KEYS[1] the code, KEYS[2] the previous code
-- ARGV    HMAC, tries, validity in ms
-- Returns 1.
redis.call('DEL', KEYS[2])
if redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('RENAME', KEYS[1], KEYS[2])
end
redis.call('HSET', KEYS[1], 'hmac', ARGV[1], 'tries', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
