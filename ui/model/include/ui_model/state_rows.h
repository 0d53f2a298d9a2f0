// What the panels list of a run at a moment, as rows. Each list is at most kMostRows long and says how many more there
// are.
#pragma once

#include <vector>

#include "replay/replay.h"
#include "ui_model/rows_model.h"

namespace loopline::ui {

inline constexpr int kMostRows = 200;

/// One run at one moment, and the names and colours that lists of it need.
class StateRows {
 public:
  StateRows(const replay::Replay& replay, replay::Moment moment, int run);

  std::vector<Row> readyQueue() const;
  std::vector<Row> timers() const;
  /// Of a task's frames, innermost first; task 0: of the code that runs outside tasks.
  std::vector<Row> variables(replay::ObjectId task) const;
  std::vector<Row> objects() const;
  std::vector<Row> console() const;
  std::vector<Row> warnings() const;

  /// What the lists are made of: each of its lists at most kMostRows long.
  const replay::RunState& state() const { return m_state; }

  /// The task whose variables are of interest when none is selected: the running one, else the last that ran.
  replay::ObjectId taskOfInterest() const;
  QString taskName(replay::ObjectId task) const;
  /// In order of creation, for its colours; -1: no task.
  int taskNumber(replay::ObjectId task) const;
  /// What to say in place of an empty ready queue.
  QString whyNothingReady() const;

 private:
  QString names(const std::vector<replay::ObjectId>& tasks) const;
  void finish(std::vector<Row>& rows, std::size_t all) const;

  const replay::Replay& m_replay;
  replay::Moment m_now;
  int m_run;
  replay::RunState m_state;
};

}  // namespace loopline::ui
