-- Requests for pictures that nobody has: 16 origins, 15 numbers of levels, 6 colormaps and 3 sizes make
-- 4320 pictures, asked for in an order that looks random and is the same in every run.
local origins = {}
for line in io.lines(os.getenv("ORIGINS")) do origins[#origins + 1] = line end
local cmaps = {"viridis", "magma", "Blues", "coolwarm", "terrain", "plasma"}
local sizes = {"width=640&height=480", "width=800&height=500", "width=1000&height=700"}

function init() math.randomseed(20110311) end

function request()
  local origin, cmap = origins[math.random(#origins)], cmaps[math.random(#cmaps)]
  local levels, size = math.random(6, 20), sizes[math.random(#sizes)]
  return wrk.format("GET", "/contour.png?" .. origin .. "&levels=" .. levels .. "&cmap=" .. cmap .. "&" .. size)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"seconds": %f, "requests": %d, "bytes": %d, "failed": %d, "p50": %f, "p99": %f, "max": %f}\n',
    summary.duration / 1e6, summary.requests, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
