#include <QAction>
#include <algorithm>

#include "help/help_dialog.h"
#include "main_window/go_to_dialog.h"
#include "main_window/parts.h"

namespace loopline::ui {

namespace {

constexpr std::size_t kMostOfAKind = 500;

QString text(std::string_view from) { return QString::fromUtf8(from.data(), static_cast<qsizetype>(from.size())); }

QString without(QString mnemonics) { return mnemonics.remove(u'&'); }

}  // namespace

std::vector<Destination> MainWindow::Parts::destinations() {
  std::vector<Destination> all;
  for (const lessons::Lesson& lesson : m_catalogue.lessons()) {
    const QString path = QString::fromStdString(lesson.path);
    all.push_back({QString::fromStdString(lesson.title), tr("lesson"), [this, path] { openLesson(path); }});
  }
  for (const QString& path : m_progress.recentFiles()) {
    all.push_back({path, tr("file"), [this, path] { openFile(path); }});
  }
  for (const LessonSession::Scenario& scenario : m_session.scenarios()) {
    const QString name = scenario.name;
    all.push_back({scenario.title, tr("scenario"), [this, name] { m_session.showByName(name); }});
  }
  const std::shared_ptr<const Comparison> comparison = m_playback.comparison();
  for (int run = 0; comparison && run < comparison->runCount(); ++run) {
    const replay::Replay& replay = comparison->replay(run);
    const QString letter = comparison->runCount() > 1 ? QString(QChar(u'A' + run)) + QStringLiteral(" · ") : QString();
    const auto goTo = [this, run](replay::Moment moment) {
      m_playback.pause();
      m_playback.setPosition(m_playback.comparison()->positionOf(run, moment));
    };
    std::size_t count = 0;
    for (const replay::Lane& lane : replay.timeline().lanes()) {
      if (lane.kind != replay::LaneKind::task || lane.own_work || ++count > kMostOfAKind) continue;
      all.push_back({letter + text(lane.name) + u' ' + text(lane.label), tr("task"),
                     [this, run, id = lane.id] { m_playback.select(Selection::ofTask(run, id)); }});
    }
    count = 0;
    for (const replay::ConsoleLine& line : replay.console_at(replay.end(), kMostOfAKind)) {
      all.push_back({letter + QString::fromStdString(line.text) + QStringLiteral("   ") +
                         QString::fromStdString(replay::seconds_text(line.at.time)),
                     tr("printed line"), [goTo, at = line.at] { goTo(at); }});
    }
    for (const replay::Stops::Cue& cue : comparison->stopsOf(run).cues()) {
      all.push_back(
          {letter + tr("cue at line %1").arg(cue.line), tr("cue"), [goTo, at = replay.after(cue.event)] { goTo(at); }});
    }
    const std::int64_t lines = std::ranges::count(replay.run().info.source, '\n') + 1;
    for (std::uint32_t line = 1; line <= std::min<std::int64_t>(lines, kMostOfAKind); ++line) {
      const std::optional<replay::EventIndex> first = replay.next_run_of_line(line, 0);
      if (!first) continue;
      all.push_back({letter + tr("line %1").arg(line), tr("first run of a line"),
                     [goTo, at = replay.after(*first)] { goTo(at); }});
    }
  }
  for (QAction* action : m_window.actions()) {
    if (!action->isEnabled() || action->text().isEmpty()) continue;
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    all.push_back({without(action->text()) + (key.isEmpty() ? QString() : QStringLiteral("   ") + key), tr("command"),
                   [action] { action->trigger(); }});
  }
  return all;
}

void MainWindow::Parts::goToAnything() {
  GoToDialog dialog(destinations(), &m_window);
  dialog.exec();
}

void MainWindow::Parts::showKeys() {
  HelpDialog dialog(*m_theme, &m_window);
  dialog.exec();
}

}  // namespace loopline::ui
