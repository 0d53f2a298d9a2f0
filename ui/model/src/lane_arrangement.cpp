#include "ui_model/lane_arrangement.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "ui_model/lane_names.h"

namespace loopline::ui {

using replay::kNoLane;
using replay::Lane;
using replay::LaneIndex;
using replay::LaneKind;

LaneKey laneKey(const Comparison& comparison, int run, LaneIndex lane) {
  const Lane& of = comparison.replay(run).timeline().lanes()[lane];
  return {run, of.kind, of.id};
}

void LaneArrangement::setFolded(const LaneKey& group, bool folded) {
  folded ? void(m_folded.insert(group)) : void(m_folded.erase(group));
}

bool LaneArrangement::isPinned(const LaneKey& lane) const {
  return std::ranges::find(m_pinned, lane) != m_pinned.end();
}

void LaneArrangement::setPinned(const LaneKey& lane, bool pinned) {
  std::erase(m_pinned, lane);
  if (pinned) m_pinned.push_back(lane);
}

bool LaneArrangement::matches(const Comparison& comparison, int run, LaneIndex lane) const {
  const replay::Replay& replay = comparison.replay(run);
  return laneName(replay, lane).contains(m_filter, Qt::CaseInsensitive) ||
         laneCall(replay, lane).contains(m_filter, Qt::CaseInsensitive);
}

namespace {

class Rows {
 public:
  using Tree = std::vector<std::vector<LaneIndex>>;

  Rows(const LaneArrangement& arrangement, const Comparison& comparison, int run, const Tree& tree)
      : m_arrangement(arrangement), m_comparison(comparison), m_run(run), m_tree(tree) {
    const std::span<const Lane> all = lanes();
    const auto threads = std::ranges::count_if(all, [](const Lane& lane) { return lane.kind == LaneKind::thread; });
    const bool loops = std::ranges::any_of(all, [](const Lane& lane) { return lane.kind == LaneKind::loop; });
    m_threads = threads > 1 || !loops;
    m_groups = std::ranges::count_if(all, [](const Lane& lane) { return lane.kind != LaneKind::task; }) > 2;
  }

  void add(LaneIndex lane, int depth) {
    const bool shown = lanes()[lane].kind != LaneKind::thread || m_threads;
    const LaneKey key = laneKey(m_comparison, m_run, lane);
    const std::size_t place = rows.size();
    if (shown && !m_arrangement.isPinned(key)) rows.push_back(row(lane, depth, key));
    const bool folded = shown && m_arrangement.isFolded(key) && m_arrangement.filter().isEmpty();
    const int below = shown && lanes()[lane].kind == LaneKind::thread ? depth + 1 : depth;
    if (!folded) {
      for (const LaneIndex child : m_tree[lane]) add(child, below);
    }
    const bool added = place < rows.size() && rows[place].lane == lane;
    if (!added || m_arrangement.filter().isEmpty()) return;
    // A group without what was looked for tells nothing.
    const bool empty = rows.size() == place + 1;
    if (empty && !m_arrangement.matches(m_comparison, m_run, lane)) rows.pop_back();
  }

  LaneArrangement::Row row(LaneIndex lane, int depth, const LaneKey& key) const {
    LaneArrangement::Row row{.lane = lane, .depth = depth, .pinned = m_arrangement.isPinned(key)};
    if (row.pinned) return row;
    row.hidden = countBelow(lane);
    row.group = m_groups && row.hidden > 0;
    row.folded = row.group && m_arrangement.isFolded(key) && m_arrangement.filter().isEmpty();
    return row;
  }

  std::vector<LaneArrangement::Row> rows;

 private:
  std::span<const Lane> lanes() const { return m_comparison.replay(m_run).timeline().lanes(); }
  std::size_t countBelow(LaneIndex lane) const {
    std::size_t count = 0;
    for (const LaneIndex child : m_tree[lane]) count += 1 + countBelow(child);
    return count;
  }

  const LaneArrangement& m_arrangement;
  const Comparison& m_comparison;
  int m_run;
  const Tree& m_tree;
  bool m_threads = false;
  bool m_groups = false;  // there is more than one thread with one loop
};

bool isLeftOut(const Comparison& comparison, const Lane& lane) { return lane.own_work && !comparison.ownWork(); }

}  // namespace

/// Of each lane, and at the end of those without a parent: who stands below it, in the order that is wanted.
std::vector<std::vector<LaneIndex>> LaneArrangement::children(const Comparison& comparison, int run) const {
  const std::span<const Lane> lanes = comparison.replay(run).timeline().lanes();
  std::vector<std::vector<LaneIndex>> tree(lanes.size() + 1);
  for (LaneIndex i = 0; i < lanes.size(); ++i) {
    if (isLeftOut(comparison, lanes[i])) continue;
    tree[lanes[i].parent == kNoLane ? lanes.size() : lanes[i].parent].push_back(i);
  }
  if (m_order.empty()) return tree;
  for (std::vector<LaneIndex>& siblings : tree) {
    std::ranges::stable_sort(siblings, {}, [&](LaneIndex lane) {
      return std::ranges::find(m_order, laneKey(comparison, run, lane)) - m_order.begin();
    });
  }
  return tree;
}

std::vector<LaneArrangement::Row> LaneArrangement::rows(const Comparison& comparison, int run) const {
  const std::vector<std::vector<LaneIndex>> tree = children(comparison, run);
  Rows found(*this, comparison, run, tree);
  const std::span<const Lane> lanes = comparison.replay(run).timeline().lanes();
  for (const LaneKey& key : m_pinned) {
    const auto lane =
        std::ranges::find_if(lanes, [&](const Lane& each) { return each.kind == key.kind && each.id == key.id; });
    if (key.run != run || lane == lanes.end() || isLeftOut(comparison, *lane)) continue;
    found.rows.push_back(found.row(static_cast<LaneIndex>(lane - lanes.begin()), 0, key));
  }
  if (m_filter.isEmpty()) {
    for (const LaneIndex root : tree.back()) found.add(root, 0);
    return std::move(found.rows);
  }
  // Leaves that do not match go, then the groups that are left without any.
  std::vector<std::vector<LaneIndex>> thinned = tree;
  for (std::vector<LaneIndex>& siblings : thinned) {
    std::erase_if(siblings, [&](LaneIndex lane) {
      return lanes[lane].kind == LaneKind::task && !matches(comparison, run, lane);
    });
  }
  Rows matching(*this, comparison, run, thinned);
  matching.rows = std::move(found.rows);
  for (const LaneIndex root : thinned.back()) matching.add(root, 0);
  return std::move(matching.rows);
}

bool LaneArrangement::move(const Comparison& comparison, int run, LaneIndex lane, int places) {
  const LaneKey key = laneKey(comparison, run, lane);
  if (const auto pinned = std::ranges::find(m_pinned, key); pinned != m_pinned.end()) {
    const std::ptrdiff_t target = pinned - m_pinned.begin() + places;
    if (target < 0 || target >= std::ssize(m_pinned)) return false;
    m_pinned.erase(pinned);
    m_pinned.insert(m_pinned.begin() + target, key);
    return true;
  }
  const LaneIndex parent = comparison.replay(run).timeline().lanes()[lane].parent;
  const std::vector<std::vector<LaneIndex>> tree = children(comparison, run);
  std::vector<LaneIndex> siblings = parent == kNoLane ? tree.back() : tree[parent];
  std::erase_if(siblings, [&](LaneIndex each) { return isPinned(laneKey(comparison, run, each)); });
  const std::ptrdiff_t at = std::ranges::find(siblings, lane) - siblings.begin();
  const std::ptrdiff_t target = at + places;
  if (at == std::ssize(siblings) || target < 0 || target >= std::ssize(siblings)) return false;
  siblings.erase(siblings.begin() + at);
  siblings.insert(siblings.begin() + target, lane);
  for (const LaneIndex each : siblings) std::erase(m_order, laneKey(comparison, run, each));
  for (const LaneIndex each : siblings) m_order.push_back(laneKey(comparison, run, each));
  return true;
}

}  // namespace loopline::ui
