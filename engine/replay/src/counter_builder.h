// Numbers over time: the length of the ready queue, live tasks, items in queues, free permits, gauges.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "actors.h"
#include "contexts.h"
#include "object_index.h"
#include "replay/timeline.h"

namespace loopline::replay {

class CounterBuilder {
 public:
  CounterBuilder(const trace::RunData& data, const Actors& actors) : m_data(data), m_actors(actors) {}

  /// `context`: before the event. Ready queues, tasks and gauges; the rest comes from the objects at the end.
  void note(EventIndex number, const trace::Event& event, const Context& context);
  std::vector<Counter> finish(const ObjectIndex& objects);

 private:
  // When handles came into a loop's ready queue and when they left it; both rise.
  struct Queue {
    std::vector<EventIndex> in, out;
  };
  void in_queue(const Context& context, EventIndex from, EventIndex to);
  Counter ready_counter(ObjectId loop, const Queue& queue) const;
  void object_counters(const ObjectIndex& objects, std::vector<Counter>& counters) const;

  const trace::RunData& m_data;
  const Actors& m_actors;
  std::map<ObjectId, Queue> m_queues;  // by loop
  Counter m_live{.kind = CounterKind::live_tasks, .name = "tasks"};
  std::map<std::string_view, Counter> m_gauges;
};

/// Fills Counter::blocks from its values.
void make_blocks(Counter& counter);

/// The event at which a handle came into its loop's ready queue: what is due or reported comes with its turn,
/// everything else when it was scheduled.
EventIndex queued_at(const trace::Event& begin, EventIndex number, EventIndex turn) noexcept;

}  // namespace loopline::replay
