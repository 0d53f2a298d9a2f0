// How a person wants to see the lanes of a timeline: which groups are folded, which lanes stand first, in which order,
// which are left out. Lanes are known by what they are of, so that an arrangement outlives a new run of the same code.
#pragma once

#include <QString>
#include <compare>
#include <cstddef>
#include <set>
#include <vector>

#include "ui_model/comparison.h"

namespace loopline::ui {

struct LaneKey {
  int run = 0;
  replay::LaneKind kind = replay::LaneKind::task;
  replay::ObjectId id = 0;

  auto operator<=>(const LaneKey&) const = default;  // NOLINT(modernize-use-nullptr): a known mistake of the check
};

LaneKey laneKey(const Comparison& comparison, int run, replay::LaneIndex lane);

class LaneArrangement {
 public:
  /// A lane as it is shown.
  struct Row {
    replay::LaneIndex lane = replay::kNoLane;
    int depth = 0;           ///< how far it is indented: below a thread or greenlet that has a lane of its own
    bool pinned = false;     ///< it stands before all others of its run
    bool group = false;      ///< there are lanes that it could hide
    bool folded = false;     ///< and it does
    std::size_t hidden = 0;  ///< how many of them
  };

  /// The lanes of a run from top to bottom. Lanes that are asyncio's own work are left out where the comparison says
  /// so, and a thread's lane where there is only one.
  std::vector<Row> rows(const Comparison& comparison, int run) const;

  bool isFolded(const LaneKey& group) const { return m_folded.contains(group); }
  void setFolded(const LaneKey& group, bool folded);
  bool isPinned(const LaneKey& lane) const;
  void setPinned(const LaneKey& lane, bool pinned);
  /// Among those that stand under the same group, or among the pinned ones: by that many places, down if positive.
  /// False: there is no such place.
  bool move(const Comparison& comparison, int run, replay::LaneIndex lane, int places);

  /// Only tasks in whose name or call this occurs, and what is pinned; empty: all.
  const QString& filter() const { return m_filter; }
  void setFilter(const QString& text) { m_filter = text.trimmed(); }
  bool matches(const Comparison& comparison, int run, replay::LaneIndex lane) const;

  /// Nothing folded, pinned, moved or left out.
  bool isPlain() const { return m_folded.empty() && m_pinned.empty() && m_order.empty() && m_filter.isEmpty(); }
  void clear() { *this = {}; }

 private:
  std::vector<std::vector<replay::LaneIndex>> children(const Comparison& comparison, int run) const;

  std::set<LaneKey> m_folded;
  std::vector<LaneKey> m_pinned;  // from top to bottom
  std::vector<LaneKey> m_order;   // of groups in which something was moved
  QString m_filter;
};

}  // namespace loopline::ui
