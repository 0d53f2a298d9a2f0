#include "ui_model/lane_names.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui_model/greenlets.h"
#include "ui_model/time_text.h"

namespace loopline::ui {

QString runLetter(const Comparison& comparison, int run) {
  return comparison.runCount() > 1 ? QString(QChar(u'A' + run)) : QString();
}

QString runTitle(const Comparison& comparison, int run) {
  const ComparedRun& compared = comparison.runs()[static_cast<std::size_t>(run)];
  const QString title = compared.title.isEmpty() ? compared.name : compared.title;
  if (comparison.runCount() == 1) return title;
  return QCoreApplication::translate("Timeline", "%1 · %2").arg(runLetter(comparison, run), title);
}

namespace {

/// "blocked once, for 3.0 s", "blocked 30 times, longest 0.1 s"; empty if the loops were never blocked.
QString blockedText(const replay::Replay& replay, replay::Moment end) {
  const replay::Timeline& timeline = replay.timeline();
  int times = 0;
  std::int64_t longest = 0;
  for (replay::LaneIndex i = 0; i < timeline.lanes().size(); ++i) {
    if (timeline.lanes()[i].kind != replay::LaneKind::loop) continue;
    const replay::Track track = timeline.track(i);
    for (std::size_t slice = 0; slice < track.size() && track.begin(slice) < end; ++slice) {
      if (track.state[slice] != replay::State::blocking) continue;
      ++times;
      longest = std::max(longest, std::min(track.time[slice + 1], end.time) - track.time[slice]);
    }
  }
  if (times == 0) return {};
  const QString text = shortTimeText(longest);
  return times == 1 ? QCoreApplication::translate("Timeline", "blocked once, for %1").arg(text)
                    : QCoreApplication::translate("Timeline", "blocked %n times, longest %1", nullptr, times).arg(text);
}

}  // namespace

QString runSummary(const Comparison& comparison, int run) {
  const replay::Replay& replay = comparison.replay(run);
  const std::span<const replay::Lane> lanes = replay.timeline().lanes();
  const replay::Moment end = comparison.endOf(run);
  const auto tasks = static_cast<int>(std::count_if(lanes.begin(), lanes.end(), [&](const replay::Lane& lane) {
    return lane.kind == replay::LaneKind::task && (!lane.own_work || comparison.ownWork());
  }));
  const auto greenlets = static_cast<int>(greenletLanes(replay).size());
  QStringList parts;
  if (greenlets == 1) parts << QCoreApplication::translate("Timeline", "1 greenlet");
  if (greenlets > 1) parts << QCoreApplication::translate("Timeline", "%n greenlets", nullptr, greenlets);
  const auto threads = static_cast<int>(std::ranges::count_if(lanes, [](const replay::Lane& lane) {
    return lane.kind == replay::LaneKind::thread && lane.parent == replay::kNoLane;
  }));
  if (tasks == 0 && greenlets == 0)
    parts << (threads > 1 ? QCoreApplication::translate("Timeline", "%n threads", nullptr, threads)
                          : QCoreApplication::translate("Timeline", "no tasks"));
  if (tasks > 0)
    parts << (tasks == 1 ? QCoreApplication::translate("Timeline", "1 task")
                         : QCoreApplication::translate("Timeline", "%n tasks", nullptr, tasks));
  if (const QString blocked = blockedText(replay, end); !blocked.isEmpty()) parts << blocked;
  if (comparison.runs()[static_cast<std::size_t>(run)].cut) {
    return (parts << QCoreApplication::translate("Timeline", "what follows is hidden")).join(QStringLiteral(" · "));
  }
  switch (replay.run().state) {
    case trace::RunState::deadlock: parts << QCoreApplication::translate("Timeline", "deadlock"); break;
    case trace::RunState::exception: parts << QCoreApplication::translate("Timeline", "an exception ended it"); break;
    case trace::RunState::limit: parts << QCoreApplication::translate("Timeline", "stopped at a limit"); break;
    case trace::RunState::stopped:
    case trace::RunState::running: parts << QCoreApplication::translate("Timeline", "stopped"); break;
    case trace::RunState::finished:
    case trace::RunState::sysexit: break;
  }
  parts << QCoreApplication::translate("Timeline", "ends at %1").arg(timeText(end.time));
  return parts.join(QStringLiteral(" · "));
}

QString differenceText(const Comparison& comparison) {
  if (comparison.runCount() < 2 || comparison.runs().front().cut) return {};
  QStringList parts;
  std::int64_t least = INT64_MAX, most = 0;
  for (int run = 0; run < comparison.runCount(); ++run) {
    const std::int64_t end = comparison.endOf(run).time;
    least = std::min(least, end);
    most = std::max(most, end);
    parts << QCoreApplication::translate("Timeline", "%1 %2").arg(runLetter(comparison, run), shortTimeText(end));
  }
  const QString apart = shortTimeText(most - least);
  parts << (apart == shortTimeText(0) ? QCoreApplication::translate("Timeline", "they end together")
                                      : QCoreApplication::translate("Timeline", "%1 apart").arg(apart));
  return parts.join(QStringLiteral(" · "));
}

QString laneName(const replay::Replay& replay, replay::LaneIndex index) {
  const std::span<const replay::Lane> lanes = replay.timeline().lanes();
  const replay::Lane& lane = lanes[index];
  const QString name = QString::fromUtf8(lane.name.data(), qsizetype(lane.name.size()));
  switch (lane.kind) {
    case replay::LaneKind::task: return name;
    case replay::LaneKind::loop: return QCoreApplication::translate("Timeline", "Event loop");
    case replay::LaneKind::thread:
      return lane.parent != replay::kNoLane ? QCoreApplication::translate("Timeline", "Greenlet")
                                            : QCoreApplication::translate("Timeline", "Thread");
  }
  return name;
}

QString counterName(const replay::Counter& counter) {
  const QString name = QString::fromStdString(counter.name);
  switch (counter.kind) {
    case replay::CounterKind::ready_queue: return QCoreApplication::translate("Timeline", "ready queue");
    case replay::CounterKind::live_tasks: return QCoreApplication::translate("Timeline", "live tasks");
    case replay::CounterKind::queue_items: return QCoreApplication::translate("Timeline", "items in %1").arg(name);
    case replay::CounterKind::free_permits: return QCoreApplication::translate("Timeline", "permits of %1").arg(name);
    case replay::CounterKind::gauge: break;
  }
  return name;
}

QString shortCall(const QString& call) {
  constexpr qsizetype kLong = 36;
  const qsizetype open = call.indexOf(u'(');
  const qsizetype object = call.indexOf(u'<', open);  // a repr
  if (open < 0 || (object < open && call.size() <= kLong)) return call;
  QString kept = call.left(object > open ? std::min(object, kLong) : kLong);
  kept.truncate(std::max(kept.lastIndexOf(u','), open + 1));
  return kept + (kept.endsWith(u'(') ? QStringLiteral("…)") : QStringLiteral(", …)"));
}

QString laneCall(const replay::Replay& replay, replay::LaneIndex index) {
  const replay::Lane& lane = replay.timeline().lanes()[index];
  const std::string_view text = lane.kind == replay::LaneKind::task ? lane.label : lane.name;
  return shortCall(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

}  // namespace loopline::ui
