-- Makes a code the only one of its purpose and number; the one before it is kept aside, with its own end.
-- KEYS[1] the code, KEYS[2] the code that it replaced
-- ARGV    seal, tries, life in ms
redis.call('DEL', KEYS[2])
if redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('RENAME', KEYS[1], KEYS[2])
end
redis.call('HSET', KEYS[1], 'seal', ARGV[1], 'tries', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
