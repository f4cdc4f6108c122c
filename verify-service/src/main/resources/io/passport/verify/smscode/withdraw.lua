-- Undoes put.lua, unless another code was put since.
-- KEYS[1] the code, KEYS[2] the code that it replaced
-- ARGV    seal of the code to withdraw
-- Returns 1 when it was withdrawn.
if redis.call('HGET', KEYS[1], 'seal') ~= ARGV[1] then
  return 0
end
redis.call('DEL', KEYS[1])
if redis.call('EXISTS', KEYS[2]) == 1 then
  redis.call('RENAME', KEYS[2], KEYS[1])
end
return 1
