-- Tries a code, and takes it when it is right.
-- KEYS[1] the code
-- ARGV    seal of what was tried, ticket
-- Seals are compared as plain strings: how long that takes tells how much of an HMAC is right, and nobody can
-- choose an HMAC without the secret.
local code = redis.call('HMGET', KEYS[1], 'seal', 'tries', 'ticket')
local seal, tries, ticket = code[1], tonumber(code[2] or 0), code[3]
if not seal or ticket or tries < 1 then
  return 'EXPIRED'
end
if seal ~= ARGV[1] then
  redis.call('HINCRBY', KEYS[1], 'tries', -1)
  return 'WRONG'
end
redis.call('HSET', KEYS[1], 'ticket', ARGV[2])
return 'TAKEN'
