#include "ui_model/engine_runner.h"

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
    run::Recorded recorded = run::record(request, nullptr, &static_cast<EngineControl&>(control).control);
    return {endOf(recorded.outcome), std::move(recorded.data)};
  }
};

}  // namespace

std::shared_ptr<const ScenarioRunner> makeEngineRunner() { return std::make_shared<EngineRunner>(); }

}  // namespace loopline::ui
