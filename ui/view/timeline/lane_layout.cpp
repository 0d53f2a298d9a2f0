#include "timeline/lane_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <map>

#include "timeline/tag_row.h"
#include "ui_model/greenlets.h"
#include "ui_model/lane_names.h"
#include "ui_model/task_order.h"

namespace loopline::ui::timeline {

using replay::Lane;
using replay::LaneIndex;
using replay::LaneKind;

namespace {

constexpr std::uint32_t kNotShown = UINT32_MAX;
constexpr int kMostSubRows = 6;
constexpr std::size_t kCounted = 400;        // lanes whose depth is looked up
constexpr std::size_t kKnownPrints = 4'000;  // prints whose lanes are looked up
constexpr std::size_t kPlacedPrints = 400;   // and whose places are tried
constexpr double kTagLeast = 18;             // pixels of the shortest tag
constexpr double kTagSlack = 70;

/// Rows that are really used: calls that never wait need none of their own for what is awaited.
int depthOf(const replay::Replay& replay, LaneIndex lane) {
  int deepest = 0;
  for (const replay::SubSlice& slice : replay.timeline().sub_slices(lane, replay.start(), replay.end(), 2'000)) {
    deepest = std::max(deepest, slice.row + 1);
  }
  return std::min(std::max(deepest, 1), kMostSubRows);
}

}  // namespace

LaneLayout::LaneLayout(const Comparison& comparison, const TimeScale& scale, const Metrics& metrics,
                       const LayoutOptions& options) {
  m_rowOfLane.resize(static_cast<std::size_t>(comparison.runCount()));
  m_rowOfInstant.resize(m_rowOfLane.size());
  for (int run = 0; run < comparison.runCount(); ++run) {
    m_summaries.push_back(options.summaries ? (*options.summaries)[static_cast<std::size_t>(run)]
                                            : runSummary(comparison, run));
    if (options.onlyRun < 0 || options.onlyRun == run) addRun(comparison, scale, metrics, options, run);
  }
  measureHeadings(comparison, metrics, options);
  std::size_t row = 0;
  for (int run = 0; run < comparison.runCount(); ++run) {
    while (row < m_rows.size() && m_rows[row].run < run) ++row;
    if (row < m_rows.size() && m_rows[row].run == run) addPrints(comparison, scale, metrics, options, run, row);
  }
  stack(metrics);
}

void LaneLayout::addRun(const Comparison& comparison, const TimeScale&, const Metrics& metrics,
                        const LayoutOptions& options, int run) {
  const replay::Replay& replay = comparison.replay(run);
  const std::span<const Lane> lanes = replay.timeline().lanes();
  std::vector<std::uint32_t>& rowOfLane = m_rowOfLane[static_cast<std::size_t>(run)];
  rowOfLane.assign(lanes.size(), kNotShown);
  m_rows.push_back({.kind = LaneRow::Kind::run, .run = run, .height = metrics.runHeader});
  const LaneArrangement plain;
  for (const LaneArrangement::Row& shown : (options.arrangement ? *options.arrangement : plain).rows(comparison, run)) {
    rowOfLane[shown.lane] = static_cast<std::uint32_t>(m_rows.size());
    addLane(replay, metrics, options, run, shown);
  }
  placeInstants(lanes, run);
  if (!options.counters) return;
  const std::span<const replay::Counter> counters = replay.timeline().counters();
  for (std::size_t i = 0; i < counters.size(); ++i) {
    if (counters[i].kind == replay::CounterKind::live_tasks) continue;
    m_rows.push_back({.kind = LaneRow::Kind::counter, .run = run, .counter = i, .barHeight = metrics.counterBar});
  }
}

void LaneLayout::addLane(const replay::Replay& replay, const Metrics& metrics, const LayoutOptions& options, int run,
                         const LaneArrangement::Row& shown) {
  const LaneIndex index = shown.lane;
  const Lane& lane = replay.timeline().lanes()[index];
  LaneRow row{.run = run,
              .lane = index,
              .depth = shown.depth,
              .pinned = shown.pinned,
              .group = shown.group,
              .folded = shown.folded,
              .hidden = shown.hidden};
  const bool greenlet = lane.kind == LaneKind::thread && lane.parent != replay::kNoLane && !lane.hub;
  row.coloured = greenlet || lane.kind == LaneKind::task;
  row.barHeight = row.coloured ? metrics.taskBar : metrics.loopBar;
  if (greenlet) row.color = greenletColor(replay, index);
  if (lane.kind == LaneKind::task) {
    row.color = taskOrder(replay, lane.id);
    const bool detailed = options.subRows && replay.timeline().lanes().size() <= kCounted;
    if (lane.rows > 1 && detailed) row.subRows = depthOf(replay, index);
    if (row.subRows > 1) row.barHeight = row.subHeight = metrics.subBar;
  }
  m_rows.push_back(row);
  ++m_lanes;
}

// Lanes with output get rows for its tags: as many as keep all of them legible when the whole run is in view.
void LaneLayout::addPrints(const Comparison& comparison, const TimeScale& scale, const Metrics& metrics,
                           const LayoutOptions& options, int run, std::size_t firstRow) {
  const replay::Replay& replay = comparison.replay(run);
  const std::span<const replay::EventIndex> prints = replay.timeline().instants(replay::InstantKind::print);
  const QFontMetricsF font(metrics.monospace);
  const double width = std::max(options.width - m_headings - 60, 50.0);
  const replay::EventIndex end = comparison.endOf(run).event;
  std::map<const LaneRow*, std::vector<replay::EventIndex>> printsOf;  // in no order that is seen
  for (std::size_t i = 0; i < prints.size() && i < kKnownPrints && prints[i] <= end; ++i) {
    const auto task = static_cast<replay::ObjectId>(replay.data().events.value(trace::EventColumns::kTask, prints[i]));
    LaneIndex lane = replay.timeline().lane_of_task(task);
    if (lane == replay::kNoLane) lane = replay.timeline().lane_at(prints[i]);
    if (const LaneRow* row = rowOfInstant(run, lane)) printsOf[row].push_back(prints[i]);
  }
  const int most = metrics.density == Density::comfortable ? 3 : metrics.density == Density::compact ? 2 : 1;
  std::size_t placed = 0;
  for (std::size_t i = firstRow; i < m_rows.size() && m_rows[i].run == run; ++i) {
    const auto found = printsOf.find(&m_rows[i]);
    if (found == printsOf.end()) continue;
    // Where there are more than have room, their places need not be tried.
    m_rows[i].printRows = most;
    const std::size_t count = found->second.size();
    if (most == 1 || static_cast<double>(count) * kTagLeast > width * most || placed + count > kPlacedPrints) continue;
    placed += count;
    std::vector<TagPlace> tags;
    for (const replay::EventIndex print : found->second) {
      const replay::Instant instant = replay.timeline().instant(replay::InstantKind::print, print);
      const double x = scale.xOf(run, instant.at) / scale.length() * width;
      tags.push_back({.anchor = x, .wanted = font.horizontalAdvance(QString::fromStdString(instant.text)) + 12});
    }
    m_rows[i].printRows = rowsForTags(std::move(tags), most, 0, width + 40, kTagSlack);
  }
}

void LaneLayout::measureHeadings(const Comparison& comparison, const Metrics& metrics, const LayoutOptions& options) {
  const QFontMetricsF name(metrics.name), call(metrics.call);
  const bool oneLine = metrics.density != Density::comfortable;
  double widest = metrics.headingsLeast;
  const double marks = metrics.em * 3.4 + 4;  // dot before, state behind
  std::size_t measured = 0;
  for (const LaneRow& row : m_rows) {
    if (row.kind != LaneRow::Kind::lane || ++measured > kCounted) continue;
    const replay::Replay& replay = comparison.replay(row.run);
    const double nameWidth = name.horizontalAdvance(laneName(replay, row.lane));
    const double callWidth = call.horizontalAdvance(laneCall(replay, row.lane));
    const double before = marks + row.depth * metrics.em + (row.pinned || row.group ? metrics.em : 0);
    widest =
        std::max(widest, before + (oneLine ? nameWidth + callWidth + metrics.em / 2 : std::max(nameWidth, callWidth)));
  }
  m_headings = std::round(std::min({widest, metrics.headingsMost, options.width * 0.28}));
}

void LaneLayout::spread(double room, const Metrics& metrics) {
  if (m_lanes == 0 || m_height >= room) return;
  const double most = metrics.em * 0.8;
  stack(metrics, std::floor(std::min((room - m_height) / static_cast<double>(m_lanes), most)));
}

void LaneLayout::stack(const Metrics& metrics, double extra) {
  double y = 0;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    LaneRow& row = m_rows[i];
    row.y = y;
    if (row.kind == LaneRow::Kind::run) {
      row.height = metrics.runHeader;
    } else if (row.kind == LaneRow::Kind::counter) {
      row.barY = y + metrics.lanePadding;
      row.height = row.barHeight + 2 * metrics.lanePadding;
    } else {
      row.barY = y + metrics.lanePadding + std::floor(extra / 2);
      row.printsY = row.barsBottom() + 2;
      const double prints = row.printRows > 0 ? row.printRows * metrics.printRow + 2 : 0;
      row.height = std::max(row.barsBottom() + prints + metrics.lanePadding + std::ceil(extra / 2) - y,
                            metrics.laneLeast + extra);
    }
    y += row.height;
    const bool last = i + 1 == m_rows.size() || m_rows[i + 1].run != row.run;
    if (last) y += metrics.runGap;
  }
  m_height = y;
}

std::size_t LaneLayout::rowAt(double y) const {
  const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), y,
                                      [](double height, const LaneRow& row) { return height < row.y; });
  return after == m_rows.begin() ? 0 : static_cast<std::size_t>(after - m_rows.begin()) - 1;
}

const LaneRow* LaneLayout::rowOf(int run, LaneIndex lane) const {
  const std::vector<std::uint32_t>& rows = m_rowOfLane[static_cast<std::size_t>(run)];
  if (lane >= rows.size() || rows[lane] == kNotShown) return nullptr;
  return &m_rows[rows[lane]];
}

const LaneRow* LaneLayout::rowOfInstant(int run, LaneIndex lane) const {
  const std::vector<std::uint32_t>& rows = m_rowOfInstant[static_cast<std::size_t>(run)];
  if (lane >= rows.size() || rows[lane] == kNotShown) return nullptr;
  return &m_rows[rows[lane]];
}

void LaneLayout::placeInstants(std::span<const Lane> lanes, int run) {
  const std::vector<std::uint32_t>& rows = m_rowOfLane[static_cast<std::size_t>(run)];
  std::vector<std::uint32_t>& places = m_rowOfInstant[static_cast<std::size_t>(run)];
  places = rows;
  for (LaneIndex i = 0; i < lanes.size(); ++i) {
    if (rows[i] != kNotShown) continue;
    if (lanes[i].kind == LaneKind::thread) {
      for (LaneIndex loop = i + 1; loop < lanes.size() && places[i] == kNotShown; ++loop) {
        if (lanes[loop].parent == i) places[i] = rows[loop];
      }
      continue;
    }
    for (LaneIndex up = lanes[i].parent; up != replay::kNoLane; up = lanes[up].parent) {
      if (rows[up] == kNotShown) continue;
      if (m_rows[rows[up]].folded) places[i] = rows[up];
      break;
    }
  }
}

}  // namespace loopline::ui::timeline
