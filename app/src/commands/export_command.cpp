// loopline export: a picture of a recording, or of a document's programs, which are run for it.
#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "command_list.h"
#include "execution.h"
#include "lessons/nearest.h"
#include "trace/reader.h"

namespace loopline::commands {
namespace {

namespace fs = std::filesystem;

bool check_output(const ExportOptions& options, const Console& console) {
  constexpr std::array formats{".png", ".svg", ".pdf"};
  const fs::path path(options.output);
  std::error_code error;
  if (std::find(formats.begin(), formats.end(), path.extension().string()) == formats.end()) {
    fail(console, "A picture is a .png, .svg or .pdf file; " + options.output + " is none of these.");
  } else if (fs::is_directory(path, error)) {
    fail(console, options.output + " is a folder; expected the name of a file.");
  } else if (fs::exists(path, error) && !options.force) {
    fail(console, options.output + " exists. --force replaces it.");
  } else if (path.has_parent_path() && !fs::is_directory(path.parent_path(), error)) {
    fail(console, "There is no folder " + path.parent_path().string() + " for the picture.");
  } else {
    return true;
  }
  return false;
}

// The run of a recording that has this title, or the last one; 0: told.
trace::RunId find_run(const ExportOptions& options, const trace::TraceReader& reader, const Console& console) {
  if (reader.runs().empty()) return fail(console, options.file + " holds no run."), 0;
  if (options.what.scenario.empty()) return reader.runs().back().id;
  std::vector<std::string> titles;
  for (const trace::Run& run : reader.runs()) {
    if (run.info.title == options.what.scenario) return run.id;
    titles.push_back(run.info.title);
  }
  fail(console, options.file + " has no run '" + options.what.scenario + "'." +
                    lessons::did_you_mean(options.what.scenario, titles));
  return 0;
}

// False: told.
bool take_recording(const ExportOptions& options, Picture& picture, const Console& console) {
  if (options.what.block > 0 || options.what.legacy) {
    return fail(console, "--block and --legacy are for documents; " + options.file + " is a recording."), false;
  }
  const trace::Result<trace::TraceReader> reader = trace::TraceReader::open(options.file);
  if (!reader.ok()) return fail(console, reader.error().message), false;
  const trace::RunId run = find_run(options, reader.value(), console);
  if (run == 0) return false;
  trace::Result<replay::Replay> opened = replay::Replay::open(options.file, run);
  if (!opened.ok()) return fail(console, opened.error().message), false;
  const std::string title = opened.value().run().info.title;
  picture.title = title.empty() ? fs::path(options.file).stem().string() : title;
  picture.runs.push_back({title, title, std::move(opened).value()});
  return true;
}

// What a picture of a whole document shows: what it compares, or its only program. Empty: told.
std::vector<Chosen> choose_for_picture(const lessons::Lesson& lesson, const What& what, const Console& console) {
  if (what.block > 0 || !what.scenario.empty() || lesson.scenarios.size() == 1) return choose(lesson, what, console);
  std::vector<Chosen> compared;
  std::string names;
  for (const lessons::Located& name : lesson.compare) {
    const lessons::Scenario* scenario = lesson.scenario(name.text);
    if (scenario != nullptr) compared.push_back({scenario, program_of(lesson, *scenario, what.legacy)});
  }
  for (const lessons::Scenario& scenario : lesson.scenarios) names += "\n  --scenario " + scenario.name.text;
  if (compared.empty()) fail(console, lesson.path + " does not say what to compare. Name one:" + names);
  return compared;
}

// False: told, with the status.
bool take_programs(const ExportOptions& options, Picture& picture, const Console& console, int& status) {
  status = status_invalid;
  const std::optional<lessons::Lesson> lesson = open_document(options.file, console);
  if (!lesson) return false;
  const std::optional<script::Limits> limits = limits_for(*lesson, {}, console);
  const std::optional<world::Settings> world = world_for(*lesson, console);
  if (!limits || !world) return false;
  picture.title = lesson->title;
  Runner runner;
  for (const Chosen& one : choose_for_picture(*lesson, options.what, console)) {
    run::Recorded recorded = runner.record({.program = one.program, .limits = *limits, .world = *world}, nullptr);
    if (recorded.outcome.kind == run::Outcome::Kind::invalid) {
      return fail(console, wrong_syntax(*lesson, *one.scenario, recorded.outcome)), false;
    }
    if (recorded.outcome.kind == run::Outcome::Kind::cancelled) return status = status_interrupted, false;
    trace::Result<replay::Replay> built = replay::Replay::build(std::move(recorded.data));
    if (!built.ok()) return fail(console, built.error().message), false;
    picture.runs.push_back({one.scenario->name.text, one.scenario->title, std::move(built).value()});
  }
  return !picture.runs.empty();
}

}  // namespace

int export_command(const ExportOptions& options, const Console& console, const Window& window) {
  if (!window.draw) return fail(console, "This build cannot draw; it was made without the window.");
  if (!check_output(options, console)) return status_invalid;
  Picture picture{.runs = {},
                  .title = {},
                  .output = options.output,
                  .axis = options.axis,
                  .theme = options.theme,
                  .scale = options.scale,
                  .width = options.width,
                  .at = {},
                  .overwrite = options.force};
  int status = status_invalid;
  const bool taken = is_recording(options.file) ? take_recording(options, picture, console)
                                                : take_programs(options, picture, console, status);
  if (!taken) return status;
  if (options.at) {
    const replay::EventIndex events = picture.runs.front().replay.event_count();
    if (*options.at > events) {
      return fail(console, "There is no event " + std::to_string(*options.at) + "; the run has events 1 to " +
                               std::to_string(events) + ", and 0 is its start.");
    }
    picture.at = static_cast<replay::EventIndex>(*options.at);
  }
  const std::optional<std::string> problem = window.draw(std::move(picture));
  return problem ? fail(console, *problem) : static_cast<int>(status_ok);
}

}  // namespace loopline::commands
