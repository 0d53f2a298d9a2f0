#include "ui_model/range_model.h"

#include "ui_model/lane_names.h"
#include "ui_model/time_text.h"

namespace loopline::ui {

namespace {
constexpr std::size_t kMostRows = 5'000;
}

RangeModel::RangeModel(const PlaybackController& playback, QObject* parent)
    : QAbstractTableModel(parent), m_playback(playback) {
  connect(&playback, &PlaybackController::rangeChanged, this, &RangeModel::refresh);
  refresh();
}

void RangeModel::refresh() {
  beginResetModel();
  m_rows.clear();
  const auto& comparison = m_playback.comparison();
  if (comparison && m_playback.range()) {
    const auto [from, to] = *m_playback.range();
    for (int run = 0; run < comparison->runCount(); ++run) {
      const replay::Replay& replay = comparison->replay(run);
      for (const replay::TaskStatistics& task :
           replay.statistics(comparison->momentOf(run, from), comparison->momentOf(run, to), comparison->ownWork())) {
        const bool there = task.ran + task.waited + task.ready + task.late + task.blocked > 0 || task.steps > 0;
        if (there && m_rows.size() < kMostRows) m_rows.push_back({run, task});
      }
    }
  }
  endResetModel();
}

QString RangeModel::title() const {
  if (!m_playback.range()) return {};
  const auto [from, to] = *m_playback.range();
  return tr("From %1 to %2 · %3").arg(timeText(from.time), timeText(to.time), timeText(to.time - from.time));
}

int RangeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int RangeModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(kColumns); }

QVariant RangeModel::number(const replay::TaskStatistics& task, int column) const {
  switch (column) {
    case kRan: return timeText(task.ran);
    case kReady: return timeText(task.ready);
    case kWaited: return timeText(task.waited);
    case kLate: return timeText(task.late);
    case kBlocked: return timeText(task.blocked);
    case kSteps: return QString::number(task.steps);
    default: return {};
  }
}

QVariant RangeModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  if (role == Qt::TextAlignmentRole && index.column() > kTask) return int(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  const Comparison& comparison = *m_playback.comparison();
  if (index.column() == kRun) return runTitle(comparison, row.run);
  if (index.column() > kTask) return number(row.statistics, index.column());
  const replay::Replay& replay = comparison.replay(row.run);
  const replay::LaneIndex lane = replay.timeline().lane_of_task(row.statistics.task);
  if (lane == replay::kNoLane) return {};
  return QString(laneName(replay, lane) + u' ' + laneCall(replay, lane)).trimmed();
}

QVariant RangeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return int((section > kTask ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kRun: return tr("Run");
    case kTask: return tr("Task");
    case kRan: return tr("ran");
    case kReady: return tr("ready");
    case kWaited: return tr("waited");
    case kLate: return tr("late");
    case kBlocked: return tr("blocked the loop");
    case kSteps: return tr("steps");
    default: return {};
  }
}

}  // namespace loopline::ui
