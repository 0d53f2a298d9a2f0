// loopline replay: the state of a recorded run after an event.
#include <ostream>

#include "command_list.h"
#include "replay/replay.h"
#include "trace/reader.h"

namespace loopline::commands {
namespace {

// Without a value the reason has been told.
std::optional<replay::Replay> open_run(const ReplayOptions& options, const Console& console) {
  trace::Result<trace::TraceReader> reader = trace::TraceReader::open(options.file);
  if (!reader.ok()) return fail(console, reader.error().message), std::nullopt;
  const std::size_t runs = reader.value().runs().size();
  if (runs == 0) return fail(console, options.file + " holds no run."), std::nullopt;
  if (options.run > runs) {
    fail(console, options.file + " has no run " + std::to_string(options.run) + "; its runs are 1 to " +
                      std::to_string(runs) + ".");
    return std::nullopt;
  }
  trace::Result<replay::Replay> opened = replay::Replay::open(options.file, options.run);
  if (!opened.ok()) return fail(console, opened.error().message), std::nullopt;
  if (opened.value().run().state == trace::RunState::running) {
    console.err << "loopline: The run did not finish; this is what was recorded of it.\n";
  }
  return std::move(opened).value();
}

}  // namespace

int replay_command(const ReplayOptions& options, const Console& console) {
  const std::optional<replay::Replay> replay = open_run(options, console);
  if (!replay) return status_invalid;
  if (options.at > replay->event_count()) {
    return fail(console, "There is no event " + std::to_string(options.at) + "; the run has events 1 to " +
                             std::to_string(replay->event_count()) + ", and 0 is its start.");
  }
  const replay::Moment moment = replay->after(static_cast<replay::EventIndex>(options.at));
  const replay::RunState state = replay->state_at(moment);
  if (options.json) {
    replay::write_json(*replay, state, console.out);
  } else {
    replay::write_text(*replay, state, console.out);
  }
  return status_ok;
}

}  // namespace loopline::commands
