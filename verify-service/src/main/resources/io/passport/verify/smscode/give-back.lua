-- Makes a taken code usable again, for the ticket that holds it. That ticket takes nothing any more: the take may still
-- be on its way, when its sender has given up waiting.
-- KEYS[1] the code, KEYS[2] what cancels the ticket
-- ARGV    ticket, life of a code in ms
-- Returns 1 when that ticket held it.
redis.call('SET', KEYS[2], '', 'PX', ARGV[2])
if redis.call('HGET', KEYS[1], 'ticket') ~= ARGV[1] then
  return 0
end
return redis.call('HDEL', KEYS[1], 'ticket')
