-- One step of an attempt that may be tried only so often. What is under way counts as if it had failed already, so that
-- many at once try no more than one after another; what nobody decides fails by itself.
-- KEYS[1] hash: failures, since (ms) when the first of them came, round, locked_until (ms)
-- KEYS[2] sorted set of attempts under way, by the time at which they have failed (ms)
-- KEYS[3] sorted set of what the failures were for, by the time of the last (ms)
-- ARGV[1] begin, fail, succeed or withdraw; ARGV[2] the attempt; ARGV[3] now in ms; ARGV[4] failures that lock;
-- ARGV[5] so long after the first they count, in ms; ARGV[6] so long after a lock's end the next is a first one again, in ms;
-- ARGV[7] life of an undecided attempt in ms; ARGV[8] what it is for, or empty; ARGV[9] most different ones;
-- ARGV[10] within so many ms; ARGV[11...] the locks in ms
-- returns, of begin: 0, the milliseconds to wait, or -1 when others must be decided first
local step, attempt, now, most = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local within, forgotten = tonumber(ARGV[5]), tonumber(ARGV[6])
local FIRST_LOCK = 11

local function read(field)
    return tonumber(redis.call('HGET', KEYS[1], field) or 0)
end

local function failures()
    return now - read('since') < within and read('failures') or 0
end

local function lockedFor()
    return read('locked_until') - now
end

local function lock()
    local round = now - read('locked_until') < forgotten and read('round') + 1 or 1
    local length = tonumber(ARGV[math.min(FIRST_LOCK - 1 + round, #ARGV)])
    redis.call('HSET', KEYS[1], 'failures', 0, 'round', round, 'locked_until', now + length)
    redis.call('DEL', KEYS[3])
end

-- how many different ones failed in the last time
local function different()
    redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - tonumber(ARGV[10]))
    return redis.call('ZCARD', KEYS[3])
end

-- whether the failures of the last time were for too many different ones
local function isSpread()
    if ARGV[8] == '' then
        return false
    end
    redis.call('ZADD', KEYS[3], now, ARGV[8])
    redis.call('PEXPIRE', KEYS[3], ARGV[10])
    return different() > tonumber(ARGV[9])
end

-- whether they will be, if all that is under way, and may be for yet others, fails
local function mayBecomeSpread(underWay)
    return ARGV[8] ~= '' and underWay > 0 and not redis.call('ZSCORE', KEYS[3], ARGV[8])
        and different() + underWay > tonumber(ARGV[9])
end

-- a failure that comes in during a lock belongs to what locked
local function fail(count, spread)
    if count > 0 and lockedFor() <= 0 then
        local before = failures()
        if before == 0 then
            redis.call('HSET', KEYS[1], 'since', now)
        end
        redis.call('HSET', KEYS[1], 'failures', before + count)
        if before + count >= most or spread then
            lock()
        end
        -- a round is remembered for so long after its lock has ended
        redis.call('PEXPIRE', KEYS[1], math.max(lockedFor(), 0) + forgotten)
    end
end

if step == 'begin' then
    fail(redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now), false)
    if lockedFor() > 0 then
        return lockedFor()
    end
    local underWay = redis.call('ZCARD', KEYS[2])
    if failures() + underWay >= most or mayBecomeSpread(underWay) then
        return -1
    end
    redis.call('ZADD', KEYS[2], now + tonumber(ARGV[7]), attempt)
    redis.call('PEXPIRE', KEYS[2], forgotten)
    return 0
end

local undecided = redis.call('ZREM', KEYS[2], attempt)
if step == 'fail' and undecided == 1 then
    fail(1, lockedFor() <= 0 and isSpread())
elseif step == 'succeed' then
    redis.call('DEL', KEYS[1])
end
return 0
