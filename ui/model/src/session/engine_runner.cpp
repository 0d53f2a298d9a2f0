#include "ui_model/engine_runner.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "run/run.h"

namespace loopline::ui {

namespace {

class EngineControl : public RunControl {
 public:
  void cancel() override { control.cancel = true; }
  std::uint64_t events() const override { return control.events; }
  std::int64_t virtualTime() const override { return control.virtual_time; }

  run::Control control;
};

std::uint64_t wholeNumber(const lessons::Node& limits, std::string_view key, std::uint64_t otherwise) {
  const lessons::Node* value = limits.find(key);
  const bool whole = value != nullptr && value->kind == lessons::Node::Kind::integer && value->integer > 0;
  return whole ? static_cast<std::uint64_t>(value->integer) : otherwise;
}

// The keys of `limits:` in the front matter, as the command line's options are called too.
script::Limits limitsOf(const lessons::Node& node) {
  constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
  constexpr double kLongest = 9e9;  // seconds: what 64 bits of nanoseconds can hold
  script::Limits limits;
  limits.events = wholeNumber(node, "events", limits.events);
  limits.instructions = wholeNumber(node, "instructions", limits.instructions);
  limits.output_bytes = wholeNumber(node, "output", limits.output_bytes);
  limits.memory_bytes = std::min(wholeNumber(node, "memory", limits.memory_bytes / kMiB), SIZE_MAX / kMiB) * kMiB;
  if (const lessons::Node* time = node.find("virtual_seconds"); time != nullptr && time->real > 0) {
    limits.virtual_time = std::chrono::nanoseconds(static_cast<std::int64_t>(std::min(time->real, kLongest) * 1e9));
  }
  return limits;
}

RunEnd endOf(const run::Outcome& outcome) {
  return {.kind = static_cast<RunEnd::Kind>(outcome.kind),
          .exitCode = outcome.exit_code,
          .exception = QString::fromStdString(outcome.exception),
          .text = QString::fromStdString(outcome.text),
          .message = QString::fromStdString(outcome.message),
          .line = outcome.line,
          .column = outcome.column};
}
static_assert(static_cast<int>(RunEnd::Kind::invalid) == static_cast<int>(run::Outcome::Kind::invalid));

class EngineRunner : public ScenarioRunner {
 public:
  std::shared_ptr<RunControl> makeControl() const override { return std::make_shared<EngineControl>(); }

  ScenarioRecording run(const RunRequest& request, RunControl& control) const override {
    run::Settings settings;
    settings.program.source = request.source;
    settings.program.file_name = request.fileName;
    settings.program.name = request.name;
    settings.program.legacy = request.legacy;
    settings.limits = limitsOf(request.limits);
    run::Recorded recorded = run::record(settings, nullptr, &static_cast<EngineControl&>(control).control);
    return {endOf(recorded.outcome), std::move(recorded.data)};
  }
};

}  // namespace

std::shared_ptr<const ScenarioRunner> makeEngineRunner() { return std::make_shared<EngineRunner>(); }

}  // namespace loopline::ui
