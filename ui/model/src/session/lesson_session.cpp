#include "ui_model/lesson_session.h"

#include <malloc.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QMetaObject>
#include <algorithm>
#include <utility>

#include "lessons/check.h"
#include "lessons/program.h"
#include "lessons/write.h"
#include "ui_model/hint_text.h"

namespace loopline::ui {

/// What a job brings home.
struct LessonSession::Finished {
  std::size_t scenario = 0;
  RunEnd end;
  std::shared_ptr<const replay::Replay> replay;  // shared with the comparison
  std::shared_ptr<const Comparison> comparison;
  lessons::Loaded loaded;
  QString error;
};

namespace {

constexpr replay::EventIndex kLargeRun = 1'000'000;
constexpr int kSlowToOpen = 800;  // milliseconds

std::filesystem::path toPath(const QString& path) { return {path.toStdU16String()}; }

LessonSession::Scenario shownScenario(const lessons::Scenario& scenario) {
  return {.name = QString::fromStdString(scenario.name.text),
          .title = QString::fromStdString(scenario.title),
          .cues = scenario.cues,
          .folded = scenario.folded,
          .shown = QString::fromStdString(scenario.shown),
          .expect = QString::fromStdString(scenario.expect.text),
          .end = {},
          .replay = {},
          .hints = {}};
}

std::vector<std::size_t> defaultShown(const lessons::Lesson& lesson) {
  std::vector<std::size_t> shown;
  for (const lessons::Located& name : lesson.compare) {
    const lessons::Scenario* scenario = lesson.scenario(name.text);
    if (scenario != nullptr) shown.push_back(static_cast<std::size_t>(scenario - lesson.scenarios.data()));
  }
  if (shown.empty() && !lesson.scenarios.empty()) shown.push_back(0);
  return shown;
}

std::vector<std::uint32_t> cueLines(const LessonSession::Scenario& scenario) {
  std::vector<std::uint32_t> lines;
  for (const lessons::Cue& cue : scenario.cues) {
    lines.push_back(static_cast<std::uint32_t>(cue.statement != 0 ? cue.statement : cue.line));
  }
  return lines;
}

lessons::ScenarioEnd scenarioEnd(const RunEnd& end) {
  using Kind = lessons::ScenarioEnd::Kind;
  Kind kind = Kind::ended;
  if (end.kind == RunEnd::Kind::raised || end.kind == RunEnd::Kind::invalid) kind = Kind::raised;
  if (end.kind == RunEnd::Kind::exited) kind = Kind::exited;
  if (end.kind == RunEnd::Kind::deadlock) kind = end.text == u"server" ? Kind::serves : Kind::deadlock;
  if (end.kind == RunEnd::Kind::limit) kind = Kind::limit;
  return {kind, end.exception.toStdString(), end.exitCode, end.text.toStdString(), {end.line, end.column}};
}

}  // namespace

LessonSession::LessonSession(std::shared_ptr<const ScenarioRunner> runner, QObject* parent)
    : QObject(parent), m_runner(std::move(runner)) {
  m_pool.setMaxThreadCount(2);
  m_files.setMaxThreadCount(1);
  m_progress.setInterval(100);
  connect(&m_progress, &QTimer::timeout, this, &LessonSession::progressChanged);
}

LessonSession::~LessonSession() {
  for (const auto& control : m_controls) control->cancel();
  m_pool.waitForDone();
  m_files.waitForDone();
}

// ---- what is open

QString LessonSession::title() const {
  if (m_lesson) return QString::fromStdString(m_lesson->title);
  return QFileInfo(m_path).fileName();
}

QString LessonSession::chapter() const { return m_lesson ? QString::fromStdString(m_lesson->chapter) : QString(); }

bool LessonSession::isScript() const { return m_path.endsWith(QStringLiteral(".py"), Qt::CaseInsensitive); }

void LessonSession::setLoading(const QString& path) {
  if (path == m_loading) return;
  m_loading = path;
  emit loadingChanged();
}

void LessonSession::cancelLoading() {
  ++m_opening;  // what is read meanwhile comes too late
  setLoading({});
}

void LessonSession::reset(Source source, const QString& path) {
  dropRuns();
  setLoading({});
  ++m_opening;
  m_source = source;
  m_path = path;
  m_text.clear();
  m_savedText.clear();
  m_lesson.reset();
  m_textProblems.clear();
  m_runProblems.clear();
  m_scenarios.clear();
  m_codes.clear();
  m_shown.clear();
  m_runScenarios.clear();
  m_comparison.reset();
  m_stale = false;
}

void LessonSession::openBuiltIn(const lessons::Lesson& lesson, const QString& editedText) {
  reset(Source::builtIn, QString::fromStdString(lesson.path));
  m_savedText = QString::fromStdString(lesson.text);
  m_text = editedText.isEmpty() ? m_savedText : editedText;
  adopt(lessons::load_lesson(m_text.toStdString(), lesson.path), false);
  emit opened();
  run();
}

void LessonSession::openNew(const QString& title) {
  reset(Source::unsaved, {});
  m_savedText = QString::fromStdString(lessons::new_lesson_template(title.toStdString()));
  m_text = m_savedText;
  adopt(lessons::load_lesson(m_text.toStdString(), lessons::file_name_for(title.toStdString())), false);
  emit opened();
  run();
}

void LessonSession::openFile(const QString& path) {
  if (path.endsWith(QStringLiteral(".loopline"), Qt::CaseInsensitive)) return openRecording(path);
  const std::uint64_t opening = ++m_opening;
  setLoading(path);
  m_files.start([this, path, opening] {
    auto finished = std::make_shared<Finished>();
    finished->loaded = lessons::load_lesson(toPath(path));
    QMetaObject::invokeMethod(this, [this, path, opening, finished] {
      if (opening != m_opening) return;
      if (!finished->loaded.lesson) {
        setLoading({});
        const lessons::Diagnostics& problems = finished->loaded.diagnostics;
        emit failed(problems.empty() ? tr("%1 cannot be read.").arg(path)
                                     : QString::fromStdString(lessons::to_text(problems.front())));
        return;
      }
      reset(Source::file, path);
      m_savedText = QString::fromStdString(finished->loaded.lesson->text);
      m_text = m_savedText;
      adopt(std::move(finished->loaded), false);
      emit opened();
      run();
    });
  });
}

// Takes a freshly read text. Scenarios whose code is the same keep their runs.
void LessonSession::adopt(lessons::Loaded loaded, bool keepRuns) {
  m_textProblems = std::move(loaded.diagnostics);
  if (!loaded.lesson) return;
  const std::vector<Scenario> oldScenarios = std::exchange(m_scenarios, {});
  const std::vector<std::string> oldCodes = std::exchange(m_codes, {});
  QStringList shownNames;
  for (const std::size_t shown : m_shown) shownNames << oldScenarios[shown].name;
  m_lesson = std::move(loaded.lesson);
  m_stale = false;
  for (const lessons::Scenario& scenario : m_lesson->scenarios) {
    Scenario& added = m_scenarios.emplace_back(shownScenario(scenario));
    m_codes.push_back(scenario.code);
    const auto same = std::ranges::find(oldCodes, scenario.code);
    if (!keepRuns || same == oldCodes.end()) continue;
    const Scenario& old = oldScenarios[static_cast<std::size_t>(same - oldCodes.begin())];
    added.end = old.end;
    added.replay = old.replay;
  }
  m_shown.clear();
  for (std::size_t i = 0; keepRuns && i < m_scenarios.size(); ++i) {
    if (shownNames.contains(m_scenarios[i].name)) m_shown.push_back(i);
  }
  if (m_shown.empty()) m_shown = defaultShown(*m_lesson);
  for (const std::size_t shown : m_shown) m_stale = m_stale || !m_scenarios[shown].end;
  checkEnds();
}

void LessonSession::setText(const QString& text) {
  if (text == m_text || !isEditable()) return;
  dropRuns();
  m_text = text;
  const std::string name = m_path.isEmpty() ? "lesson.md" : m_path.toStdString();
  adopt(lessons::load_lesson(m_text.toStdString(), name), true);
  emit textChanged();
  emit problemsChanged();
}

QString LessonSession::saveTo(const QString& path) {
  // Written on a pool thread; meanwhile the window is drawn but takes no keys, so that the text stays what is written.
  QString problem;
  QEventLoop waiting;
  m_files.start([&waiting, &problem, path, bytes = m_text.toStdString()] {
    if (const auto found = lessons::save_atomically(toPath(path), bytes)) {
      problem = QString::fromStdString(lessons::to_text(*found));
    }
    QMetaObject::invokeMethod(&waiting, &QEventLoop::quit, Qt::QueuedConnection);
  });
  waiting.exec(QEventLoop::ExcludeUserInputEvents);
  if (!problem.isEmpty()) return problem;
  m_source = Source::file;
  m_path = path;
  m_savedText = m_text;
  if (m_lesson) m_lesson->path = path.toStdString();
  emit textChanged();
  return {};
}

lessons::Diagnostics LessonSession::problems() const {
  lessons::Diagnostics all = m_textProblems;
  all.insert(all.end(), m_runProblems.begin(), m_runProblems.end());
  lessons::sort_by_position(all);
  return all;
}

// ---- runs

void LessonSession::show(std::vector<std::size_t> scenarios) {
  std::erase_if(scenarios, [this](std::size_t scenario) { return scenario >= m_scenarios.size(); });
  if (scenarios.empty() || scenarios == m_shown) return;
  m_shown = std::move(scenarios);
  emit shownChanged();
  if (m_source == Source::recording) return compare();
  run();
}

void LessonSession::showByName(const QString& name) {
  for (std::size_t i = 0; i < m_scenarios.size(); ++i) {
    if (m_scenarios[i].name != name) continue;
    // One of those that are compared by default: all of them again.
    const std::vector<std::size_t> compared = m_lesson ? defaultShown(*m_lesson) : std::vector<std::size_t>{};
    const bool isCompared = std::ranges::find(compared, i) != compared.end();
    return show(isCompared ? compared : std::vector<std::size_t>{i});
  }
}

void LessonSession::setOwnWork(bool ownWork) {
  if (ownWork == m_ownWork) return;
  m_ownWork = ownWork;
  if (m_comparison && !isRunning()) compare();
}

void LessonSession::run() {
  if (!m_lesson || m_source == Source::recording) return;
  dropRuns();
  std::vector<std::size_t> wanted;
  for (const std::size_t scenario : m_shown) {
    if (!m_scenarios[scenario].end) wanted.push_back(scenario);
  }
  if (wanted.empty()) return compare();
  setJobs(static_cast<int>(wanted.size()));
  for (const std::size_t scenario : wanted) start(scenario);
}

void LessonSession::start(std::size_t scenario) {
  RunRequest request = lessons::settings_of(*m_lesson, m_lesson->scenarios[scenario]);
  const std::shared_ptr<RunControl> control = m_runner->makeControl();
  m_controls.push_back(control);
  m_pool.start([this, scenario, request = std::move(request), control, runner = m_runner, generation = m_generation] {
    auto finished = std::make_shared<Finished>();
    finished->scenario = scenario;
    ScenarioRecording recording = runner->run(request, *control);
    finished->end = recording.end;
    // Of what is no Python there is nothing to look at but the message.
    if (recording.data.events.size() > 0 && recording.end.kind != RunEnd::Kind::invalid) {
      trace::Result<replay::Replay> built = replay::Replay::build(std::move(recording.data));
      if (built) {
        finished->replay = std::make_shared<const replay::Replay>(std::move(built).value());
      } else {
        finished->error = QString::fromStdString(built.error().message);
      }
    }
    QMetaObject::invokeMethod(this, [this, generation, finished] { jobDone(generation, finished); });
  });
}

void LessonSession::jobDone(std::uint64_t generation, std::shared_ptr<Finished> finished) {
  if (generation != m_generation) return;
  Scenario& scenario = m_scenarios[finished->scenario];
  scenario.end = finished->end;
  scenario.replay = finished->replay;
  if (!finished->error.isEmpty()) emit failed(finished->error);
  if (m_jobs > 1) return setJobs(m_jobs - 1);
  m_controls.clear();
  checkEnds();
  compare();
}

// Builds the comparison of what is shown; that goes through all events, so it has its place on the pool too.
void LessonSession::compare() {
  std::vector<ComparedRun> runs;
  m_runScenarios.clear();
  m_stale = false;
  for (const std::size_t shown : m_shown) {
    const Scenario& scenario = m_scenarios[shown];
    m_stale = m_stale || !scenario.end;
    if (!scenario.replay) continue;
    runs.push_back({scenario.name, scenario.title, scenario.replay, cueLines(scenario)});
    m_runScenarios.push_back(shown);
  }
  if (runs.empty()) {
    m_comparison.reset();
    setJobs(0);
    emit problemsChanged();
    emit comparisonChanged();
    return;
  }
  setJobs(1);
  m_pool.start([this, runs = std::move(runs), ownWork = m_ownWork, generation = m_generation]() mutable {
    std::shared_ptr<const Comparison> comparison = std::make_shared<const Comparison>(std::move(runs), ownWork);
    QMetaObject::invokeMethod(this, [this, generation, comparison = std::move(comparison)] {
      if (generation != m_generation) return;
      m_comparison = comparison;
      setJobs(0);
      emit problemsChanged();
      emit comparisonChanged();
    });
  });
}

void LessonSession::cancel() {
  for (const auto& control : m_controls) control->cancel();
}

// What still runs is stopped, and nobody waits for it.
void LessonSession::dropRuns() {
  cancel();
  m_controls.clear();
  ++m_generation;
  setJobs(0);
}

void LessonSession::setJobs(int jobs) {
  const bool was = m_jobs > 0;
  m_jobs = jobs;
  if (was == (jobs > 0)) return;
  jobs > 0 ? m_progress.start() : m_progress.stop();
  emit runningChanged(jobs > 0);
}

std::uint64_t LessonSession::recordedEvents() const {
  std::uint64_t events = 0;
  for (const auto& control : m_controls) events += control->events();
  return events;
}

std::int64_t LessonSession::virtualTime() const {
  std::int64_t time = 0;
  for (const auto& control : m_controls) time = std::max(time, control->virtualTime());
  return time;
}

void LessonSession::checkEnds() {
  m_runProblems.clear();
  if (!m_lesson) return;
  for (std::size_t i = 0; i < m_scenarios.size(); ++i) {
    const std::optional<RunEnd>& end = m_scenarios[i].end;
    if (!end || end->kind == RunEnd::Kind::cancelled) continue;
    const lessons::Scenario& scenario = m_lesson->scenarios[i];
    if (end->kind == RunEnd::Kind::invalid && scenario.expect.text.empty()) {
      m_runProblems.push_back({lessons::Severity::error,
                               m_lesson->path,
                               lessons::in_file(scenario, {std::max(end->line, 1), std::max(end->column, 1)}),
                               end->text.toStdString(),
                               {}});
      continue;
    }
    const lessons::Diagnostics found = lessons::check_end(*m_lesson, scenario, scenarioEnd(*end));
    m_runProblems.insert(m_runProblems.end(), found.begin(), found.end());
  }
}

// ---- recordings

void LessonSession::openRecording(const QString& path) {
  const std::uint64_t opening = ++m_opening;
  setLoading(path);
  m_files.start([this, path, opening] {
    auto finished = std::make_shared<Finished>();
    QElapsedTimer took;
    took.start();
    trace::Result<replay::Replay> opened = replay::Replay::open(toPath(path));
    if (opened) {
      finished->replay = std::make_shared<const replay::Replay>(std::move(opened).value());
      // So that it opens at once the next time. That it cannot be kept hurts nobody.
      const bool large = finished->replay->event_count() > kLargeRun && took.elapsed() > kSlowToOpen;
      if (large && !finished->replay->is_restored()) {
        m_files.start([path, replay = finished->replay] {
          (void)replay->save_derived(toPath(path)).ok();
          malloc_trim(0);  // deriving and saving took as much again for a while
        });
      }
    } else {
      finished->error = QString::fromStdString(opened.error().message);
    }
    QMetaObject::invokeMethod(this, [this, path, opening, finished] {
      if (opening != m_opening) return;
      if (!finished->error.isEmpty()) {
        setLoading({});
        return emit failed(finished->error);
      }
      reset(Source::recording, path);
      recordingOpened(finished);
    });
  });
}

void LessonSession::recordingOpened(std::shared_ptr<Finished> finished) {
  const trace::Run& run = finished->replay->run();
  m_text = QString::fromStdString(run.info.source);
  m_savedText = m_text;
  // The cues of a script are in its source, so that a recording narrates as its lesson did.
  lessons::Loaded loaded = lessons::load_lesson(run.info.source, "recording.py");
  Scenario scenario;
  if (loaded.lesson && !loaded.lesson->scenarios.empty()) {
    scenario = shownScenario(loaded.lesson->scenarios.front());
    scenario.hints = hintsIn(*loaded.lesson, loaded.lesson->scenarios.front());
  } else {
    scenario.shown = m_text;
  }
  scenario.name = scenario.title =
      run.info.title.empty() ? QFileInfo(m_path).completeBaseName() : QString::fromStdString(run.info.title);
  scenario.replay = finished->replay;
  scenario.end = RunEnd{};
  if (run.state == trace::RunState::running) {
    scenario.end = RunEnd{.kind = RunEnd::Kind::cancelled, .text = tr("This recording is unfinished.")};
  } else if (run.state == trace::RunState::exception) {
    scenario.end = RunEnd{.kind = RunEnd::Kind::raised, .text = QString::fromStdString(run.ended_text)};
  } else if (run.state == trace::RunState::deadlock) {
    scenario.end = RunEnd{.kind = RunEnd::Kind::deadlock};
  } else if (run.state == trace::RunState::limit) {
    scenario.end = RunEnd{.kind = RunEnd::Kind::limit, .text = QString::fromStdString(run.ended_text)};
  }
  m_scenarios.push_back(std::move(scenario));
  m_codes.emplace_back(run.info.source);
  m_shown = {0};
  emit opened();
  compare();
}

}  // namespace loopline::ui
