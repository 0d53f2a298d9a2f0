#include "ui_model/slices_model.h"

#include <algorithm>
#include <limits>

#include "ui_model/labels.h"
#include "ui_model/lane_names.h"
#include "ui_model/state_names.h"
#include "ui_model/time_text.h"

namespace loopline::ui {

void SlicesModel::setComparison(std::shared_ptr<const Comparison> comparison) {
  beginResetModel();
  m_comparison = std::move(comparison);
  m_blocks.clear();
  m_rows = 0;
  for (int run = 0; m_comparison && run < m_comparison->runCount(); ++run) {
    const replay::Timeline& timeline = m_comparison->replay(run).timeline();
    for (replay::LaneIndex lane = 0; lane < timeline.lanes().size(); ++lane) {
      if (timeline.lanes()[lane].own_work && !m_comparison->ownWork()) continue;
      const replay::Track track = timeline.track(lane);
      if (track.empty()) continue;
      addLane(run, lane);
    }
  }
  endResetModel();
}

// What begins after the program's own part is over, or is folded, is not told of.
void SlicesModel::addLane(int run, replay::LaneIndex lane) {
  const replay::Track track = m_comparison->replay(run).timeline().track(lane);
  const std::size_t last = track.at(m_comparison->endOf(run));
  if (last == replay::Track::npos) return;
  const auto begin = track.event.begin();
  const auto sliceFrom = [&](replay::EventIndex event) {
    return static_cast<std::size_t>(std::lower_bound(begin, begin + std::ptrdiff_t(last + 1), event) - begin);
  };
  std::size_t next = 0;
  for (const replay::EventRange& folded : m_comparison->foldedOf(run)) {
    addBlock(run, lane, next, sliceFrom(folded.first));
    next = std::max(next, sliceFrom(folded.last + 1));
  }
  addBlock(run, lane, next, last + 1);
}

void SlicesModel::addBlock(int run, replay::LaneIndex lane, std::size_t from, std::size_t to) {
  const auto room = static_cast<std::size_t>(std::numeric_limits<int>::max() - m_rows);
  if (to <= from) return;
  const std::size_t count = std::min(to - from, room);
  m_blocks.push_back({run, lane, m_rows, from, count});
  m_rows += static_cast<int>(count);
}

int SlicesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }
int SlicesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(kColumns); }

SlicesModel::Slice SlicesModel::sliceAt(int row) const {
  const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), row,
                                      [](int r, const Block& block) { return r < block.firstRow; });
  const Block& block = *std::prev(after);
  return {block.run, block.lane, block.firstSlice + static_cast<std::size_t>(row - block.firstRow)};
}

Position SlicesModel::positionOf(int row) const {
  const Slice at = sliceAt(row);
  const replay::Track track = m_comparison->replay(at.run).timeline().track(at.lane);
  return m_comparison->positionOf(at.run, track.begin(at.slice));
}

int SlicesModel::rowOf(int run, replay::LaneIndex lane, Position position) const {
  int row = -1;
  for (const Block& block : m_blocks) {
    if (block.run != run || block.lane != lane) continue;
    const replay::Track track = m_comparison->replay(run).timeline().track(lane);
    const std::size_t at = track.at(m_comparison->momentOf(run, position));
    const std::size_t slice = at == replay::Track::npos ? 0 : at;
    if (row >= 0 && slice < block.firstSlice) break;
    const std::size_t within = slice < block.firstSlice ? 0 : slice - block.firstSlice;
    row = block.firstRow + static_cast<int>(std::min(within, block.count - 1));
  }
  return row;
}

QString SlicesModel::text(const Slice& at, int column) const {
  const replay::Replay& replay = m_comparison->replay(at.run);
  const replay::Timeline& timeline = replay.timeline();
  const replay::Track track = timeline.track(at.lane);
  const replay::State state = track.state[at.slice];
  const replay::Moment begin = track.begin(at.slice);
  const replay::Moment end = std::min(track.end(at.slice), m_comparison->endOf(at.run));
  switch (column) {
    case kRun: return runTitle(*m_comparison, at.run);
    case kLane: return laneName(replay, at.lane);
    case kCall: return laneCall(replay, at.lane);
    case kState: return stateName(state, timeline.lanes()[at.lane].kind);
    case kWhat: return state == replay::State::none ? QString() : sliceLabel(replay, at.lane, at.slice);
    case kFrom: return timeText(begin.time);
    case kTo: return timeText(end.time);
    case kLasts: return timeText(end.time - begin.time);
    default: return {};
  }
}

QVariant SlicesModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == Qt::TextAlignmentRole && index.column() >= kFrom) return int(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
  return text(sliceAt(index.row()), index.column());
}

QVariant SlicesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
    return QAbstractTableModel::headerData(section, orientation, role);
  switch (section) {
    case kRun: return tr("Run");
    case kLane: return tr("Lane");
    case kCall: return tr("Call");
    case kState: return tr("State");
    case kWhat: return tr("What");
    case kFrom: return tr("From");
    case kTo: return tr("To");
    case kLasts: return tr("Lasts");
    default: return {};
  }
}

}  // namespace loopline::ui
