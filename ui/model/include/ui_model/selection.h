// What is selected, everywhere at once: clicking a task in the timeline selects it in the code and the inspector too.
#pragma once

#include <cstdint>

#include "replay/moment.h"
#include "replay/timeline.h"

namespace loopline::ui {

struct Selection {
  enum class What : std::uint8_t {
    nothing,
    task,    ///< id
    lane,    ///< lane: a loop or thread
    event,   ///< event; id: the task it belongs to, 0 none
    line,    ///< line
    object,  ///< id: a lock, queue, future …
  };

  What what = What::nothing;
  int run = 0;  ///< index into Comparison::runs()
  replay::ObjectId id = 0;
  replay::LaneIndex lane = replay::kNoLane;
  replay::EventIndex event = 0;
  std::uint32_t line = 0;  ///< of the script, whatever else is selected; 0 none

  bool operator==(const Selection&) const = default;
  /// The task that is meant, or whose event it is; 0: none.
  replay::ObjectId task() const { return what == What::task || what == What::event ? id : 0; }

  static Selection ofTask(int run, replay::ObjectId task) { return {.what = What::task, .run = run, .id = task}; }
  /// And a line that it stands on.
  static Selection ofTaskAt(int run, replay::ObjectId task, std::uint32_t line) {
    return {.what = What::task, .run = run, .id = task, .line = line};
  }
  static Selection ofLane(int run, replay::LaneIndex lane) { return {.what = What::lane, .run = run, .lane = lane}; }
  static Selection ofEvent(int run, replay::EventIndex event, replay::ObjectId task) {
    return {.what = What::event, .run = run, .id = task, .event = event};
  }
  static Selection ofLine(int run, std::uint32_t line) { return {.what = What::line, .run = run, .line = line}; }
  /// `line`: where it was made; 0 unknown.
  static Selection ofObject(int run, replay::ObjectId object, std::uint32_t line = 0) {
    return {.what = What::object, .run = run, .id = object, .line = line};
  }
};

}  // namespace loopline::ui
