// loopline run: one program of a document, or all of them; printed, logged, recorded.
#include <filesystem>
#include <memory>
#include <ostream>

#include "command_list.h"
#include "execution.h"
#include "trace/export.h"
#include "trace/reader.h"
#include "trace/recorder.h"

namespace loopline::commands {
namespace {

// Where the runs are recorded: a file, or nowhere but counted, so that a limit of events holds.
class Recording {
 public:
  explicit Recording(std::string path) : m_path(std::move(path)) {}

  bool open(bool overwrite, const Console& console) {
    if (m_path.empty()) {
      m_recorder = trace::Recorder::in_memory(trace::Recorder::Keep::nothing);
      return true;
    }
    trace::Result<std::unique_ptr<trace::Recorder>> created =
        trace::Recorder::create(m_path, {.program = "Loopline " LOOPLINE_VERSION, .overwrite = overwrite});
    if (created.ok()) {
      m_recorder = std::move(created).value();
      return true;
    }
    const bool exists = created.error().code == trace::ErrorCode::already_exists;
    fail(console, created.error().message + (exists ? " --force replaces it." : ""));
    return false;
  }

  // False: something could not be written; told.
  bool flush(const Console& console) {
    const trace::Status flushed = m_recorder->flush();
    if (!flushed.ok()) return fail(console, flushed.error().message), false;
    return true;
  }
  bool close(const Console& console) {
    const trace::Status closed = m_recorder->close();
    m_recorder.reset();
    if (!closed.ok()) return fail(console, closed.error().message), false;
    std::error_code error;
    if (!m_path.empty() && !m_ran) std::filesystem::remove(m_path, error);
    return true;
  }

  trace::Recorder* recorder() { return m_recorder.get(); }
  /// A recording in which nothing ran is not kept.
  void add(const run::Outcome& outcome) { m_ran = m_ran || outcome.kind != run::Outcome::Kind::invalid; }
  bool in_file() const { return !m_path.empty(); }
  const std::string& path() const { return m_path; }

 private:
  std::string m_path;  ///< empty: no file
  bool m_ran = false;
  std::unique_ptr<trace::Recorder> m_recorder;
};

void write_heading(const lessons::Scenario& scenario, bool first, std::ostream& out) {
  out << (first ? "" : "\n") << "=== " << scenario.title << " (" << scenario.name.text << ") ===\n";
}

// All chosen programs, printing. The status is that of the first that did not end well.
int run_printed(const lessons::Lesson& lesson, const std::vector<Chosen>& chosen, run::Settings settings,
                Runner& runner, Recording& recording, const Console& console) {
  ConsoleOutput output(console);
  int status = status_ok;
  for (const Chosen& one : chosen) {
    if (chosen.size() > 1) write_heading(*one.scenario, &one == &chosen.front(), console.out);
    settings.program = one.program;
    settings.notes = lessons::notes_of(lesson, *one.scenario, one.with);
    const run::Outcome outcome = runner.run(settings, recording.recorder(), &output);
    recording.add(outcome);
    tell_end(lesson, *one.scenario, outcome, console, one.with);
    if (status == status_ok) status = status_of(outcome);
    if (outcome.kind == run::Outcome::Kind::cancelled) break;
  }
  return recording.close(console) ? status : static_cast<int>(status_invalid);
}

std::optional<trace::RunData> read_back(const std::string& path, const Console& console) {
  const trace::Result<trace::TraceReader> reader = trace::TraceReader::open(path);
  if (!reader.ok()) return fail(console, reader.error().message), std::nullopt;
  trace::Result<trace::RunData> data = reader.value().load(1);
  if (!data.ok()) return fail(console, data.error().message), std::nullopt;
  return std::move(data).value();
}

// One program, whose log is all that stdout gets.
int run_logged(const lessons::Lesson& lesson, const Chosen& one, run::Settings settings, trace::LogMode mode,
               Runner& runner, Recording& recording, const Console& console) {
  ErrorOutput output(console);
  settings.program = one.program;
  settings.notes = lessons::notes_of(lesson, *one.scenario, one.with);
  run::Recorded recorded;
  if (recording.in_file()) {
    recorded.outcome = runner.run(settings, recording.recorder(), &output);
    recording.add(recorded.outcome);
    if (!recording.flush(console)) return status_invalid;
    std::optional<trace::RunData> data = read_back(recording.path(), console);
    if (!data) return status_invalid;
    recorded.data = std::move(*data);
    if (!recording.close(console)) return status_invalid;
  } else {
    recorded = runner.record(settings, &output);
  }
  tell_end(lesson, *one.scenario, recorded.outcome, console, one.with);
  trace::export_log(recorded.data, mode, console.out);
  return status_of(recorded.outcome);
}

// The smallest that serves: lines and variables are in recordings only.
run::Detail detail_for(const RunOptions& options) {
  if (options.detail) return *options.detail;
  return options.record.empty() ? run::Detail::tasks : run::Detail::full;
}

int tell_which(const lessons::Lesson& lesson, const Console& console) {
  std::string names;
  for (const lessons::Scenario& scenario : lesson.scenarios) names += "\n  --scenario " + scenario.name.text;
  return fail(console, "A log is of one program, and " + lesson.path + " has several. Name one:" + names);
}

}  // namespace

int run_command(const RunOptions& options, const Console& console) {
  if (options.detail == run::Detail::off && (options.log || !options.record.empty())) {
    return fail(console, "--detail off records nothing, so it does not go with --log or --record.");
  }
  const std::optional<lessons::Lesson> lesson = open_document(options.file, console);
  if (!lesson) return status_invalid;
  const std::vector<Chosen> chosen = choose(*lesson, options.what, console);
  if (chosen.empty()) return status_invalid;
  if (options.log && chosen.size() > 1) return tell_which(*lesson, console);
  const std::optional<script::Limits> limits = limits_for(*lesson, options.limits, console);
  const std::optional<world::Settings> world = world_for(*lesson, console);
  if (!limits || !world) return status_invalid;

  Runner runner;
  Recording recording(options.record);
  if (!recording.open(options.force, console)) return status_invalid;
  const run::Settings settings{.program = {}, .limits = *limits, .detail = detail_for(options), .world = *world};
  if (options.log) return run_logged(*lesson, chosen.front(), settings, *options.log, runner, recording, console);
  return run_printed(*lesson, chosen, settings, runner, recording, console);
}

}  // namespace loopline::commands
