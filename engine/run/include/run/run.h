// One run of a script: source, world and limits in, a recording and an outcome out. The one place where loop, script,
// world and recorder meet. A run is a pure function of its settings: the same settings give the same recording.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "script/limits.h"
#include "script/program_form.h"
#include "trace/run_data.h"
#include "world/settings.h"

namespace loopline::trace {
class Recorder;
}

namespace loopline::run {

/// The program. `file_name` is what tracebacks name ("main.py").
struct Program {
  std::string source;
  std::string file_name = "main.py";
  std::string name;          ///< of the scenario, for the recording's `run` table
  bool legacy = false;       ///< what Python 3.11 has dropped from asyncio is there
  script::ProgramForm form;  ///< a script as in a file, unless it says otherwise
};

enum class Detail : std::uint8_t { full, tasks, off };

/// How a run ended.
struct Outcome {
  enum class Kind : std::uint8_t {
    ended,
    raised,     ///< an exception nobody caught
    exited,     ///< SystemExit, or a signal
    deadlock,   ///< nothing would ever have happened again
    limit,      ///< one of script::Limits
    cancelled,  ///< by Control::cancel
    invalid,    ///< not Python: nothing ran
  };

  Kind kind = Kind::ended;
  int exit_code = 0;      ///< of `exited`: SystemExit's; 1 for `raised`
  std::string exception;  ///< of `raised`: the class's name, without its module
  std::string text;       ///< of `raised`, `invalid`: the traceback's last line; `exited`: repr of the code; limit: its
                          ///< name ("events", "virtual_seconds" …); deadlock: "server" if a server waits for clients
  std::string message;    ///< for people: the traceback, the limit reached, the syntax error as Python reports it
  int line = 0;           ///< in the program, where the exception was raised or the syntax is wrong; 0 unknown
  int column = 0;         ///< of a syntax error, from 1
};

/// What the program writes, as it writes it, and on stderr what the interpreter reports as well: warnings, the
/// traceback that ends the program, a syntax error; all that Python would write there. `message` of the outcome repeats
/// the last of them. Called on the running thread, one call at a time.
class Output {
 public:
  virtual ~Output() = default;
  virtual void write_out(std::string_view text) = 0;
  virtual void write_err(std::string_view text) = 0;
};

/// Read by the run now and then; any thread may set or read them.
struct Control {
  std::atomic<bool> cancel = false;
  std::atomic<std::uint64_t> events = 0;       ///< recorded so far
  std::atomic<std::int64_t> virtual_time = 0;  ///< nanoseconds
};

/// Something to tell the viewer when a line of the program first runs; in the recording only, at Detail::full.
struct Note {
  int line = 0;
  std::string text;
};

struct Settings {
  Program program;
  script::Limits limits;
  Detail detail = Detail::full;
  world::Settings world = {};
  std::vector<Note> notes = {};
};

/// Runs to the end, on a thread of its own with a stack large enough for deep recursion; the caller waits. `recorder`:
/// where the run is recorded (begin_run … end_run; it stays open for further runs); null or Detail::off: nowhere.
/// `output` and `control` may be null. What the recorder cannot write does not end the run: ask it (Recorder::ok).
Outcome run(const Settings& settings, trace::Recorder* recorder, Output* output = nullptr, Control* control = nullptr);

/// The same into memory. With Detail::off the data are empty.
struct Recorded {
  Outcome outcome;
  trace::RunData data;
};
Recorded record(const Settings& settings, Output* output = nullptr, Control* control = nullptr);

}  // namespace loopline::run
