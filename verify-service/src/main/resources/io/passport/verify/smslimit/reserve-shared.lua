-- Reserves one place in every window, or in none.
-- KEYS    one hash for each window: number of a slice of time -> places taken in it. The last two are what was sent
--         and what was used, by which the guard judges whether to tighten.
-- ARGV    slices in a window; least sent, least used in percent of these, age in ms from which a code counts as sent,
--         percent that is left, when tightened, of a window no longer than what is judged;
--         then for each key: most (0: never refuses), period in ms
-- Returns {0, 0, tightened, now} when reserved, else {ms to wait, index of the key that makes wait longest, tightened, now}.
-- A window is counted with its oldest slice whole: never one too many, at most one slice too strict.
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

-- the places taken from the oldest slice that still counts to the newest, as {slice, taken} and their sum
local function taken(i, newest)
  local oldest, sum, list = math.floor(now / width(i)) - slices, 0, {}
  local fields = redis.call('HGETALL', KEYS[i])
  for f = 1, #fields, 2 do
    local slice, places = tonumber(fields[f]), tonumber(fields[f + 1])
    if slice < oldest then
      redis.call('HDEL', KEYS[i], fields[f])
    elseif slice <= newest then
      sum = sum + places
      list[#list + 1] = {slice, places}
    end
  end
  return sum, list
end

-- until so many of the oldest places no longer count; at most the period, though the oldest slice lasts a little longer
local function waitFor(places, list, i)
  table.sort(list, function(a, b) return a[1] < b[1] end)
  for _, entry in ipairs(list) do
    places = places - entry[2]
    if places <= 0 then
      return math.min((entry[1] + slices + 1) * width(i) - now, slices * width(i))
    end
  end
  return slices * width(i)
end

local sent, used = #KEYS - 1, #KEYS
local sentByThen = taken(sent, math.floor((now - ARGV[4]) / width(sent)))
local usedByNow = taken(used, math.huge)
local tightened = sentByThen >= tonumber(ARGV[2]) and usedByNow * 100 < sentByThen * ARGV[3]

-- a longer window is what may be spent in it: cut, it could be over at once, and for hours
local function most(i)
  local whole = tonumber(ARGV[FIRST + 2 * (i - 1)])
  if tightened and period(i) <= period(sent) then
    return math.max(1, math.floor(whole * ARGV[5] / 100))
  end
  return whole
end

local wait, slowest = 0, 0
for i = 1, #KEYS - 2 do
  local sum, list = taken(i, math.huge)
  if sum >= most(i) then
    local one = waitFor(sum - most(i) + 1, list, i)
    if one > wait then
      wait, slowest = one, i
    end
  end
end
if wait > 0 then
  return {wait, slowest, tightened and 1 or 0, now}
end
for i = 1, #KEYS - 1 do
  redis.call('HINCRBY', KEYS[i], math.floor(now / width(i)), 1)
  redis.call('PEXPIRE', KEYS[i], width(i) * (slices + 2))
end
return {0, 0, tightened and 1 or 0, now}
