// Where lanes stand: rows from top to bottom, and how wide their headings are. Pixels, before scrolling.
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "timeline/metrics.h"
#include "ui_model/comparison.h"
#include "ui_model/lane_arrangement.h"
#include "ui_model/time_scale.h"

namespace loopline::ui::timeline {

struct LaneRow {
  enum class Kind : std::uint8_t { run, lane, counter };

  Kind kind = Kind::lane;
  int run = 0;
  replay::LaneIndex lane = replay::kNoLane;
  std::size_t counter = 0;  ///< index into Timeline::counters()
  bool coloured = false;    ///< a task, or a greenlet that is not the hub
  std::size_t color = 0;    ///< for Theme::task()
  double y = 0, height = 0;
  double barY = 0, barHeight = 0;  ///< of the first bar, from the top of the content
  int subRows = 1;                 ///< bars of a task: its coroutines and what they await
  double subHeight = 0;
  double printsY = 0;
  int printRows = 0;
  int depth = 0;           ///< below a thread's lane
  bool pinned = false;     ///< stands before the others of its run
  bool group = false;      ///< has lanes below it that it can hide
  bool folded = false;     ///< and does
  std::size_t hidden = 0;  ///< how many

  double bottom() const { return y + height; }
  double barsBottom() const { return barY + barHeight + (subRows - 1) * subHeight; }
  double subY(int row) const { return row == 0 ? barY : barY + barHeight + (row - 1) * subHeight; }
};

struct LayoutOptions {
  int onlyRun = -1;                                 ///< one run of a comparison; -1: all
  bool counters = false;                            ///< the ready queue of each loop
  double width = 900;                               ///< of the whole view, for what has to fit
  bool subRows = true;                              ///< of the stacks of tasks, where lanes are few
  const std::vector<QString>* summaries = nullptr;  ///< runSummary() of each run, if that is known already
  const LaneArrangement* arrangement = nullptr;     ///< null: a plain one
};

class LaneLayout {
 public:
  LaneLayout() = default;
  LaneLayout(const Comparison& comparison, const TimeScale& scale, const Metrics& metrics,
             const LayoutOptions& options);

  const std::vector<LaneRow>& rows() const { return m_rows; }
  double height() const { return m_height; }
  double headings() const { return m_headings; }  ///< width
  std::size_t laneCount() const { return m_lanes; }
  const QString& summary(int run) const { return m_summaries[static_cast<std::size_t>(run)]; }  ///< runSummary()

  /// Lanes share what height is left over, as far as that looks well.
  void spread(double room, const Metrics& metrics);

  /// Index of the row at a height, the nearest one; the rows must not be empty.
  std::size_t rowAt(double y) const;
  /// The row of a lane; null where it is not shown.
  const LaneRow* rowOf(int run, replay::LaneIndex lane) const;
  /// The row on which a lane's instants are shown: that of its first loop where a thread has no row, that of its group
  /// where it is folded.
  const LaneRow* rowOfInstant(int run, replay::LaneIndex lane) const;

 private:
  void addRun(const Comparison& comparison, const TimeScale& scale, const Metrics& metrics,
              const LayoutOptions& options, int run);
  void addLane(const replay::Replay& replay, const Metrics& metrics, const LayoutOptions& options, int run,
               const LaneArrangement::Row& shown);
  void placeInstants(std::span<const replay::Lane> lanes, int run);
  void addPrints(const Comparison& comparison, const TimeScale& scale, const Metrics& metrics,
                 const LayoutOptions& options, int run, std::size_t firstRow);
  void measureHeadings(const Comparison& comparison, const Metrics& metrics, const LayoutOptions& options);
  void stack(const Metrics& metrics, double extra = 0);

  std::vector<LaneRow> m_rows;
  std::vector<std::vector<std::uint32_t>> m_rowOfLane;  // by run, then lane; npos: not shown
  std::vector<std::vector<std::uint32_t>> m_rowOfInstant;
  std::vector<QString> m_summaries;
  double m_height = 0;
  double m_headings = 0;
  std::size_t m_lanes = 0;
};

}  // namespace loopline::ui::timeline
