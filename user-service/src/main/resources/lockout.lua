-- One step of an attempt that may be tried only so often. What is under way counts as if it had failed already, so that
-- many at once try no more than one after another; what nobody decides fails by itself.
-- KEYS[1] hash: failures, round, locked_until (ms)
-- KEYS[2] sorted set of attempts under way, by the time at which they have failed (ms)
-- KEYS[3] sorted set of what the failures were for, by the time of the last (ms)
-- ARGV[1] begin, fail, succeed or withdraw; ARGV[2] the attempt; ARGV[3] now in ms; ARGV[4] failures that lock;
-- ARGV[5] quiet after which all is forgotten, in ms; ARGV[6] life of an undecided attempt in ms;
-- ARGV[7] what it is for, or empty; ARGV[8] most different ones; ARGV[9] within so many ms; ARGV[10...] the locks in ms
-- returns, of begin: 0, the milliseconds to wait, or -1 when others must be decided first
local step, attempt, now, most = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])

local function lockedFor()
    return tonumber(redis.call('HGET', KEYS[1], 'locked_until') or 0) - now
end

local function lock()
    local round = redis.call('HINCRBY', KEYS[1], 'round', 1)
    local length = tonumber(ARGV[math.min(9 + round, #ARGV)])
    redis.call('HSET', KEYS[1], 'failures', 0, 'locked_until', now + length)
    redis.call('DEL', KEYS[3])
end

-- whether the failures of the last time were for too many different ones
local function isSpread()
    if ARGV[7] == '' then
        return false
    end
    redis.call('ZADD', KEYS[3], now, ARGV[7])
    redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - tonumber(ARGV[9]))
    redis.call('PEXPIRE', KEYS[3], ARGV[9])
    return redis.call('ZCARD', KEYS[3]) > tonumber(ARGV[8])
end

-- a failure that comes in during a lock belongs to what locked
local function fail(count, spread)
    if count > 0 and lockedFor() <= 0 then
        if redis.call('HINCRBY', KEYS[1], 'failures', count) >= most or spread then
            lock()
        end
        redis.call('PEXPIRE', KEYS[1], ARGV[5])
    end
end

if step == 'begin' then
    fail(redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now), false)
    if lockedFor() > 0 then
        return lockedFor()
    end
    if tonumber(redis.call('HGET', KEYS[1], 'failures') or 0) + redis.call('ZCARD', KEYS[2]) >= most then
        return -1
    end
    redis.call('ZADD', KEYS[2], now + tonumber(ARGV[6]), attempt)
    redis.call('PEXPIRE', KEYS[2], ARGV[5])
    return 0
end

local undecided = redis.call('ZREM', KEYS[2], attempt)
if step == 'fail' and undecided == 1 then
    fail(1, lockedFor() <= 0 and isSpread())
elseif step == 'succeed' then
    redis.call('DEL', KEYS[1])
end
return 0
