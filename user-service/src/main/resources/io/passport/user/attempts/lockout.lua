-- One step of an attempt that is limited. An attempt in progress counts as a failure until it is decided, so that many at
-- once try no more than one after another would. An attempt that is never decided becomes a failure at its deadline.
-- KEYS[1] hash: failures, since (ms, the first of them), round (number of locks), locked_until (ms)
-- KEYS[2] sorted set of attempts in progress; score: the time (ms) at which each becomes a failure
-- KEYS[3] sorted set of the failures' subjects; score: the time (ms) of the last failure
-- ARGV[1] begin, fail, succeed or cancel; ARGV[2] id of the attempt; ARGV[3] now in ms; ARGV[4] failures that lock
-- ARGV[5] how long failures count after the first, in ms
-- ARGV[6] how long after the end of a lock the next one is longer, in ms
-- ARGV[7] time to decide an attempt in ms; ARGV[8] the attempt's subject, or empty; ARGV[9] max different subjects
-- ARGV[10] how long a subject counts, in ms; ARGV[11...] the lengths of the locks in ms
-- returns, of begin: 0, the milliseconds to wait, or -1 when attempts in progress must be decided first; otherwise 0
local step, attempt, now, max = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
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

-- the number of different subjects that failed recently
local function subjects()
    redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - tonumber(ARGV[10]))
    return redis.call('ZCARD', KEYS[3])
end

-- adds this subject; true if too many different ones failed
local function exceedsSubjects()
    if ARGV[8] == '' then
        return false
    end
    redis.call('ZADD', KEYS[3], now, ARGV[8])
    redis.call('PEXPIRE', KEYS[3], ARGV[10])
    return subjects() > tonumber(ARGV[9])
end

-- true if too many different subjects will have failed when every attempt in progress fails for another new one
local function mayExceedSubjects(inProgress)
    return ARGV[8] ~= '' and inProgress > 0 and not redis.call('ZSCORE', KEYS[3], ARGV[8])
        and subjects() + inProgress > tonumber(ARGV[9])
end

-- failures during a lock are not counted
local function fail(count, tooManySubjects)
    if count > 0 and lockedFor() <= 0 then
        local before = failures()
        if before == 0 then
            redis.call('HSET', KEYS[1], 'since', now)
        end
        redis.call('HSET', KEYS[1], 'failures', before + count)
        if before + count >= max or tooManySubjects then
            lock()
        end
        redis.call('PEXPIRE', KEYS[1], math.max(lockedFor(), 0) + forgotten)
    end
end

if step == 'begin' then
    fail(redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now), false)
    if lockedFor() > 0 then
        return lockedFor()
    end
    local inProgress = redis.call('ZCARD', KEYS[2])
    if failures() + inProgress >= max or mayExceedSubjects(inProgress) then
        return -1
    end
    redis.call('ZADD', KEYS[2], now + tonumber(ARGV[7]), attempt)
    redis.call('PEXPIRE', KEYS[2], forgotten)
    return 0
end

local wasInProgress = redis.call('ZREM', KEYS[2], attempt) == 1
if step == 'fail' and wasInProgress then
    fail(1, lockedFor() <= 0 and exceedsSubjects())
elseif step == 'succeed' then
    redis.call('DEL', KEYS[1])
end
return 0
