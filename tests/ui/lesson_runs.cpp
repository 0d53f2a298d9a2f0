#include "lesson_runs.h"

#include <lessons/catalogue.h>
#include <run/run.h>

namespace loopline::test {

namespace {

ui::ComparedRun recorded(const std::string& name, const std::string& title, std::string source) {
  run::Settings settings;
  settings.program.source = std::move(source);
  settings.program.name = name;
  run::Recorded recorded = run::record(settings);
  trace::Result<replay::Replay> replay = replay::Replay::build(std::move(recorded.data));
  if (!replay) qFatal("%s", replay.error().message.c_str());
  return {QString::fromStdString(name), QString::fromStdString(title),
          std::make_shared<const replay::Replay>(std::move(replay).value())};
}

ui::ComparedRun recorded(const lessons::Scenario& scenario) {
  ui::ComparedRun run = recorded(scenario.name.text, scenario.title, scenario.code);
  for (const lessons::Cue& cue : scenario.cues) run.cueLines.push_back(static_cast<std::uint32_t>(cue.statement));
  return run;
}

}  // namespace

ui::ComparedRun runOf(const char* title, std::string source) { return recorded("program", title, std::move(source)); }

std::shared_ptr<const ui::Comparison> lessonRuns(const char* path, bool ownWork) {
  const lessons::Catalogue catalogue = lessons::Catalogue::embedded();
  for (const lessons::Lesson& lesson : catalogue.lessons()) {
    if (!QString::fromStdString(lesson.path).startsWith(QLatin1String(path))) continue;
    std::vector<ui::ComparedRun> runs;
    for (const lessons::Located& name : lesson.compare) runs.push_back(recorded(*lesson.scenario(name.text)));
    if (runs.empty()) runs.push_back(recorded(lesson.scenarios.front()));
    return std::make_shared<const ui::Comparison>(std::move(runs), ownWork);
  }
  qFatal("no such lesson");
}

}  // namespace loopline::test
