-- Makes a taken code usable again, for the ticket that holds it.
-- KEYS[1] the code
-- ARGV    ticket
-- Returns 1 when that ticket held it.
if redis.call('HGET', KEYS[1], 'ticket') ~= ARGV[1] then
  return 0
end
return redis.call('HDEL', KEYS[1], 'ticket')
