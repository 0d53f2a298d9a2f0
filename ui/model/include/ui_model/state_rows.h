// What the panels list of a run at a moment, as rows. Each list is at most kMostRows long and says how many more there
// are.
#pragma once

#include <map>
#include <vector>

#include "replay/replay.h"
#include "ui_model/rows_model.h"

namespace loopline::ui {

inline constexpr int kMostRows = 200;

/// One run at one moment, and the names and colours that lists of it need.
class StateRows {
 public:
  /// `since`: what came or changed after this event is marked as fresh.
  StateRows(const replay::Replay& replay, replay::Moment moment, int run, replay::EventIndex since);
  /// Fresh is what this very event did.
  StateRows(const replay::Replay& replay, replay::Moment moment, int run)
      : StateRows(replay, moment, run, moment.event == 0 ? 0 : moment.event - 1) {}

  std::vector<Row> readyQueue() const;
  std::vector<Row> timers() const;
  /// A task's stack of calls, innermost first, each with where it is and its variables; task 0: of the code that runs
  /// outside tasks, in the current thread or in another.
  std::vector<Row> variables(replay::ObjectId task, replay::ThreadId thread = 0) const;
  std::vector<Row> objects() const;
  /// Threads, greenlets and their loops; empty where there is only one of each.
  std::vector<Row> threads() const;
  std::vector<Row> console() const;
  std::vector<Row> warnings() const;

  /// Who waits for whom, with the names that the program gave; `fresh` and `numbers` (see taskNumber) by node.
  struct Waits {
    replay::WaitForest forest;
    std::vector<int> numbers;
    std::vector<bool> fresh;
  };
  Waits waits() const;

  /// What the lists are made of: each of its lists at most kMostRows long.
  const replay::RunState& state() const { return m_state; }

  /// The task whose variables are of interest when none is selected: the running one, else the last that ran.
  replay::ObjectId taskOfInterest() const;
  QString taskName(replay::ObjectId task) const;
  /// What runs outside tasks: "the program", or the greenlet that has the turn.
  QString currentThreadName() const;
  /// In order of creation, for its colours; -1: no task.
  int taskNumber(replay::ObjectId task) const;
  /// What to say in place of an empty ready queue.
  QString whyNothingReady() const;

 private:
  bool isFresh(replay::EventIndex event) const { return event > m_since && event <= m_now.event; }
  std::map<replay::EventIndex, replay::LaneIndex> sleepingGreenlets() const;
  QString greenletWait(replay::LaneIndex lane) const;
  Row threadRow(const replay::ThreadState& thread) const;
  Row loopRow(const replay::LoopState& loop) const;
  QString waitText(const replay::WaitNode& node) const;
  QString names(const std::vector<replay::ObjectId>& tasks) const;
  void finish(std::vector<Row>& rows, std::size_t all) const;

  const replay::Replay& m_replay;
  replay::Moment m_now;
  int m_run;
  replay::EventIndex m_since;
  replay::RunState m_state;
};

}  // namespace loopline::ui
