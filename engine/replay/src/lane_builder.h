// Turns events into the tracks of tasks, loops and threads.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "actors.h"
#include "contexts.h"
#include "track_store.h"

namespace loopline::replay {

class LaneBuilder {
 public:
  LaneBuilder(const trace::EventColumns& events, Actors& actors, TrackStore& tracks);

  /// `context`: before the event.
  /// The first event of all, whatever it is: the main thread runs.
  void begin(const trace::Event& first);
  void note(EventIndex number, const trace::Event& event, const Context& context);

  /// Ends all tracks, puts them into the order in which they are drawn and tells each actor its lane.
  void finish();

 private:
  // A time.sleep: while it lasts, nothing else of its loop can run.
  struct Block {
    EventIndex begin = 0, end = kNowhere;
    std::int64_t time = 0;
  };
  struct Asleep {  // a thread that is in time.sleep, and what stands still with it
    bool now = false;
    std::uint32_t loop = kNowhere;
    std::vector<std::pair<LaneIndex, EventIndex>> lanes = {};  // and the cause of what they did before
  };

  void thread_event(EventIndex number, const trace::Event& event);
  void loop_event(EventIndex number, const trace::Event& event, const Context& context);
  void task_created(EventIndex number, const trace::Event& event, const Context& context);
  void step_begins(EventIndex number, const trace::Event& event, const Context& context);
  void step_ends(EventIndex number, const trace::Event& event);
  void block_begins(EventIndex number, const trace::Event& event, const Context& context);
  void block_ends(EventIndex number, const trace::Event& event);

  void was_waiting(const TaskEntry& task, EventIndex scheduled);
  void was_ready(const TaskEntry& task, std::uint32_t loop, Moment until);
  void mark_late(const TaskEntry& task, Moment until);
  void finish_waiting_tasks();
  std::uint32_t loop_at(ObjectId id);
  std::uint32_t thread_at(ThreadId id);
  Moment after(EventIndex event) const { return {event, m_events.time(event)}; }
  std::vector<LaneIndex> drawing_order() const;

  const trace::EventColumns& m_events;
  Actors& m_actors;
  TrackStore& m_tracks;
  std::vector<std::vector<Block>> m_blocks;  // by loop
  std::vector<Asleep> m_asleep;              // by thread
  std::uint32_t m_thread = 0;                // the one that runs; a position in Actors::threads
};

/// A selector wakes up to this late; what is later is held up by something.
inline constexpr std::int64_t kLateness = 1'001;

}  // namespace loopline::replay
