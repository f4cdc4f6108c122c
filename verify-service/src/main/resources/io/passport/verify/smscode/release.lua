-- Makes a consumed code valid again and cancels the consumption. A cancelled consumption cannot consume: its consume.lua may
-- still run later, after its caller gave up waiting.
-- KEYS[1] the code, KEYS[2] the mark of a cancelled consumption
-- ARGV    consumption id, validity of a code in ms
-- Returns 1 if this consumption was released, else 0.
redis.call('SET', KEYS[2], '', 'PX', ARGV[2])
if redis.call('HGET', KEYS[1], 'consumption_id') ~= ARGV[1] then
  return 0
end
return redis.call('HDEL', KEYS[1], 'consumption_id')
