-- For wrk with one thread: sends the requests of a file in turn, checks every response, and prints the figures as one line of JSON.
-- Arguments: the file, as wrk.py writes it; "cycle" or "once"; the expected status; a text that the expected body contains.
local ffi = require("ffi")
ffi.cdef([[
    typedef struct { long seconds; long micros; } timeval;
    int gettimeofday(timeval*, void*);
    int getpid();
    int kill(int process, int signal);
]])
local SIGINT = 2

local clock = ffi.new("timeval")

local function now()
    ffi.C.gettimeofday(clock, nil)
    return tonumber(clock.seconds) + tonumber(clock.micros) / 1e6
end

local requests, sent, cycle, status, text = {}, 0, true, 200, ""
local first
-- read by done(), which runs in another Lua state
answered, wrong, example, elapsed, seconds = 0, 0, "", 0, {}

function init(arguments)
    local file = assert(io.open(arguments[1], "rb"))
    local size = file:read("*l")
    while size do
        requests[#requests + 1] = file:read(tonumber(size))
        size = file:read("*l")
    end
    file:close()
    cycle, status, text = arguments[2] == "cycle", tonumber(arguments[3]), arguments[4]
end

function request()
    first = first or now()
    sent = sent + 1
    if not cycle and sent > #requests then
        -- ends the thread, and wrk's wait for it; at most one call for each connection is left without an answer
        wrk.thread:stop()
        ffi.C.kill(ffi.C.getpid(), SIGINT)
    end
    return requests[(sent - 1) % #requests + 1]
end

function response(code, _, body)
    answered = answered + 1
    elapsed = now() - first
    local second = math.floor(elapsed) + 1
    seconds[second] = (seconds[second] or 0) + 1
    if code ~= status or not body:find(text, 1, true) then
        wrong = wrong + 1
        example = code .. " " .. (body:match('"errno":"%d+"') or "no errno")
    end
end

local threads = {}

function setup(thread)
    threads[#threads + 1] = thread
end

function done(summary, latency)
    local thread = threads[1]
    local counts, perSecond = thread:get("seconds"), {}
    for second = 1, math.ceil(thread:get("elapsed")) do
        perSecond[second] = counts[second] or 0
    end
    local errors = summary.errors
    local fields = {
        answered = thread:get("answered"),
        wrong = thread:get("wrong"),
        elapsed = thread:get("elapsed"),
        broken = errors.connect + errors.read + errors.write + errors.timeout,
        p50 = latency:percentile(50),
        p99 = latency:percentile(99),
    }
    local json = {}
    for name, value in pairs(fields) do
        json[#json + 1] = string.format('"%s": %s', name, value)
    end
    json[#json + 1] = string.format('"seconds": [%s]', table.concat(perSecond, ", "))
    json[#json + 1] = string.format('"example": "%s"', (thread:get("example"):gsub('[%c"\\]', "'")))
    print("{" .. table.concat(json, ", ") .. "}")
end
