// One or several runs looked at together: the points of time that they share, and the stops of all of them in one
// order. Immutable; any number of threads may read it.
#pragma once

#include <QString>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "replay/replay.h"

namespace loopline::ui {

struct ComparedRun {
  QString name;                                  ///< of the scenario
  QString title;                                 ///< for people
  std::shared_ptr<const replay::Replay> replay;  ///< shared: panels, pictures and pool threads read it
  std::vector<std::uint32_t> cueLines = {};      ///< lines that have a cue
  bool cut = false;                              ///< only what was known at some moment: its end is not the run's
};

/// A point that all compared runs share: a time, and how many events of that instant have happened in each run.
/// Between two instants `time` lies in the gap and `ordinal` is 0.
struct Position {
  std::int64_t time = 0;
  std::uint32_t ordinal = 0;

  auto operator<=>(const Position&) const = default;  // NOLINT(modernize-use-nullptr): a known mistake of the check
};

/// The instants of all runs together. The clock wakes 1 µs late and so do its sleepers: events up to 100 µs after the
/// first one of an instant belong to it. Instants are numbered from 0, their times rise.
class Instants {
 public:
  static constexpr std::int64_t kTogether = 100'000;  ///< nanoseconds
  static constexpr std::size_t npos = SIZE_MAX;

  explicit Instants(const std::vector<ComparedRun>& runs);

  std::size_t count() const { return m_begin.size(); }
  std::int64_t begin(std::size_t instant) const { return m_begin[instant]; }  ///< its first event's time
  std::int64_t last(std::size_t instant) const { return m_last[instant]; }    ///< its last event's time
  /// The events of one run in it: first(run, i) up to first(run, i + 1).
  replay::EventIndex first(int run, std::size_t instant) const {
    return m_first[instant * m_runs + static_cast<std::size_t>(run)];
  }
  std::uint32_t events(int run, std::size_t instant) const { return first(run, instant + 1) - first(run, instant); }
  /// The most that any run has in it.
  std::uint32_t events(std::size_t instant) const;
  /// The last instant that begins at or before a time; npos: none.
  std::size_t at(std::int64_t time) const;

 private:
  std::size_t m_runs;
  std::vector<std::int64_t> m_begin, m_last;
  std::vector<replay::EventIndex> m_first;  // by instant, then run; one row more than instants
};

class Comparison {
 public:
  /// At least one run. `ownWork`: asyncio's own work is stopped at too, and belongs to the length of the runs.
  explicit Comparison(std::vector<ComparedRun> runs, bool ownWork = false);
  ~Comparison();
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;

  const std::vector<ComparedRun>& runs() const { return m_runs; }
  int runCount() const { return static_cast<int>(m_runs.size()); }
  const replay::Replay& replay(int run) const { return *m_runs[static_cast<std::size_t>(run)].replay; }
  bool ownWork() const { return m_ownWork; }
  const Instants& instants() const { return m_instants; }

  /// Where a run is at a position: its end if it is over by then.
  replay::Moment momentOf(int run, Position position) const;
  Position positionOf(int run, replay::Moment moment) const;
  /// The same point, written in the one way that compares: the time of an instant is that of its first event, its
  /// ordinal not greater than the number of its events; what lies before the start or after the end is brought in.
  Position normalized(Position position) const;

  Position start() const { return m_start; }
  Position end() const { return m_end; }
  replay::Moment endOf(int run) const { return m_ends[static_cast<std::size_t>(run)]; }

  // Steps of all runs together, in order; a position that several runs share is one stop. Stop 0 is the start.
  std::size_t stopCount(replay::Granularity granularity) const;
  Position stop(replay::Granularity granularity, std::size_t index) const;
  /// The last stop at or before a position.
  std::size_t stopAt(replay::Granularity granularity, Position position) const;
  const replay::Stops& stopsOf(int run) const { return m_stops[static_cast<std::size_t>(run)]; }

  /// The events that are asyncio's own work and left out, in order; empty where it is shown.
  std::span<const replay::EventRange> foldedOf(int run) const { return m_folded[static_cast<std::size_t>(run)]; }
  bool isFolded(int run, replay::EventIndex event) const;

 private:
  std::vector<Position> mergedStops(replay::Granularity granularity) const;

  static constexpr std::size_t kGranularities = 6;

  std::vector<ComparedRun> m_runs;
  bool m_ownWork;
  Instants m_instants;
  std::vector<replay::Moment> m_ends;
  std::vector<replay::Stops> m_stops;
  std::vector<std::vector<replay::EventRange>> m_folded;  // by run
  Position m_start, m_end;
  std::array<std::vector<Position>, kGranularities> m_merged;  // of several runs; a single one has its Stops
};

}  // namespace loopline::ui
