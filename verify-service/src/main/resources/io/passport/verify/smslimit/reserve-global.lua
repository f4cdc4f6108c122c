-- Counts a message in every window, or in none if one is full.
-- KEYS    a hash for each window: number of the time slice -> messages in it. The last two keys count the messages sent
--         and the codes used; they decide about tightening.
-- ARGV    slices in a window; minimum of sent messages for tightening; minimum percentage of used codes; age in ms from
--         which a code counts as sent; percentage of a window that remains when tightened;
--         then for each key: maximum (0: unlimited), period in ms
-- Returns {0, 0, tightened, now} if counted, else {ms to wait, index of the window with the longest wait, tightened, now}.
-- The oldest slice of a window counts in full, so a limit is never exceeded and is at most one slice too strict.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local slices = tonumber(ARGV[1])
local FIRST = 6

local function period(i)
  return tonumber(ARGV[FIRST + 2 * (i - 1) + 1])
end

local function width(i)
  return math.max(1, math.ceil(period(i) / slices))
end

-- Returns the sum of the slices from the oldest that still counts to the newest, and the slices as {number, messages}.
local function count(i, newest)
  local oldest, sum, list = math.floor(now / width(i)) - slices, 0, {}
  local fields = redis.call('HGETALL', KEYS[i])
  for f = 1, #fields, 2 do
    local slice, messages = tonumber(fields[f]), tonumber(fields[f + 1])
    if slice < oldest then
      redis.call('HDEL', KEYS[i], fields[f])
    elseif slice <= newest then
      sum = sum + messages
      list[#list + 1] = {slice, messages}
    end
  end
  return sum, list
end

-- Returns the ms until so many of the oldest messages no longer count, at most the period.
local function waitFor(messages, list, i)
  table.sort(list, function(a, b) return a[1] < b[1] end)
  for _, entry in ipairs(list) do
    messages = messages - entry[2]
    if messages <= 0 then
      return math.min((entry[1] + slices + 1) * width(i) - now, slices * width(i))
    end
  end
  return slices * width(i)
end

local sent, used = #KEYS - 1, #KEYS
local sentByThen = count(sent, math.floor((now - ARGV[4]) / width(sent)))
local usedByNow = count(used, math.huge)
local tightened = sentByThen >= tonumber(ARGV[2]) and usedByNow * 100 < sentByThen * ARGV[3]

-- Only windows up to the period of the comparison are tightened: a tightened daily budget could be used up at once, and
-- nothing would be sent for hours.
local function max(i)
  local whole = tonumber(ARGV[FIRST + 2 * (i - 1)])
  if tightened and period(i) <= period(sent) then
    return math.max(1, math.floor(whole * ARGV[5] / 100))
  end
  return whole
end

local wait, index = 0, 0
for i = 1, #KEYS - 2 do
  local sum, list = count(i, math.huge)
  if sum >= max(i) then
    local one = waitFor(sum - max(i) + 1, list, i)
    if one > wait then
      wait, index = one, i
    end
  end
end
if wait > 0 then
  return {wait, index, tightened and 1 or 0, now}
end
for i = 1, #KEYS - 1 do
  redis.call('HINCRBY', KEYS[i], math.floor(now / width(i)), 1)
  redis.call('PEXPIRE', KEYS[i], width(i) * (slices + 2))
end
return {0, 0, tightened and 1 or 0, now}
