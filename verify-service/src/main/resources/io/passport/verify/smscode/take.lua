-- Tries a code, and takes it when it is right. Once taken, the same ticket hears so again. TAKEN only the first time in
-- the life of the code, whatever ticket it was given back by since: what is counted is codes, not takings.
-- KEYS[1] the code, KEYS[2] what cancels the ticket, KEYS[3] the day's wrong tries
-- ARGV    seal of what was tried, ticket, most wrong tries in a day, a day in ms
-- Seals are compared as plain strings: how long that takes tells how much of an HMAC is right, and nobody can
-- choose an HMAC without the secret.
if redis.call('EXISTS', KEYS[2]) == 1 or tonumber(redis.call('GET', KEYS[3]) or '0') >= tonumber(ARGV[3]) then
  return 'EXPIRED'
end
local code = redis.call('HMGET', KEYS[1], 'seal', 'tries', 'ticket')
local seal, tries, ticket = code[1], tonumber(code[2] or 0), code[3]
if not seal or tries < 1 or (ticket and ticket ~= ARGV[2]) then
  return 'EXPIRED'
end
if seal ~= ARGV[1] then
  redis.call('HINCRBY', KEYS[1], 'tries', -1)
  if redis.call('INCR', KEYS[3]) == 1 then
    redis.call('PEXPIRE', KEYS[3], ARGV[4])
  end
  return 'WRONG'
end
redis.call('HSET', KEYS[1], 'ticket', ARGV[2])
return redis.call('HSETNX', KEYS[1], 'used', '1') == 1 and 'TAKEN' or 'TAKEN_AGAIN'
