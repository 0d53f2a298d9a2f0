// The engine behind the window's runs.
#pragma once

#include <memory>

#include "ui_model/scenario_run.h"

namespace loopline::ui {

/// Shared by the session and its jobs on pool threads.
std::shared_ptr<const ScenarioRunner> makeEngineRunner();

}  // namespace loopline::ui
