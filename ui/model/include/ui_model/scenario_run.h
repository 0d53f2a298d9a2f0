// One run of a scenario for the window: what is run, how far it is, how it ended.
#pragma once

#include <QString>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "run/run.h"
#include "trace/run_data.h"

namespace loopline::ui {

/// A program with its limits and its world.
using RunRequest = run::Settings;

/// How a run ended. Lines and columns count from 1 in the scenario's code; 0: unknown.
struct RunEnd {
  enum class Kind : std::uint8_t { ended, raised, exited, deadlock, limit, cancelled, invalid };

  Kind kind = Kind::ended;
  int exitCode = 0;
  QString exception = {};  ///< of `raised`: the class's name
  QString text = {};       ///< one line for people
  QString message = {};    ///< all of it: the traceback, the limit, what is wrong with the syntax
  int line = 0;
  int column = 0;
};

struct ScenarioRecording {
  RunEnd end;
  trace::RunData data;  ///< of `invalid`: without events
};

/// Read and set by any thread while a run goes on.
class RunControl {
 public:
  virtual ~RunControl() = default;
  virtual void cancel() = 0;
  virtual std::uint64_t events() const = 0;
  virtual std::int64_t virtualTime() const = 0;  ///< nanoseconds
};

/// Runs scenarios: the engine's, or what a test puts in its place.
class ScenarioRunner {
 public:
  virtual ~ScenarioRunner() = default;
  virtual std::shared_ptr<RunControl> makeControl() const = 0;  ///< shared by the run and who watches it
  /// Returns when the run is over. Called on pool threads, several at a time.
  virtual ScenarioRecording run(const RunRequest& request, RunControl& control) const = 0;
};

}  // namespace loopline::ui
