// Who was at work at an event: which thread, which loop, which task or callback.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "replay/moment.h"
#include "trace/event_columns.h"

namespace loopline::replay {

struct Context {
  ThreadId thread = 1;
  ObjectId loop = 0;        ///< that runs in the thread; 0: none
  ObjectId task = 0;        ///< in whose step it is
  EventIndex callback = 0;  ///< the callback_begin of the callback it is in
};

class Contexts {
 public:
  explicit Contexts(const trace::EventColumns& events) : m_events(events) {}

  void note(EventIndex number, const trace::Event& event);

  /// After an event.
  Context after(EventIndex event) const noexcept;
  /// In which an event happened: a step's end belongs to the step still.
  Context during(EventIndex event) const noexcept;
  ThreadId thread_after(EventIndex event) const noexcept;
  /// What a thread is at, whether it runs or not.
  Context of_thread(ThreadId thread, EventIndex event) const noexcept;

  /// While events are noted: after the newest one.
  const Context& now() const noexcept { return m_now; }

  template <class Archive>
  void archive(Archive& archive) {
    std::uint64_t threads = m_threads.size();
    archive(m_switches, threads);
    auto at = m_threads.begin();
    for (; threads > 0 && archive.ok(); --threads) {
      ThreadId id = at != m_threads.end() ? at->first : 0;  // the writer has them, the reader makes them
      archive(id);
      Thread& thread = at != m_threads.end() ? at->second : m_threads[id];
      archive(thread.boundaries, thread.loops);
      if (at != m_threads.end()) ++at;
    }
  }
  bool is_sound(EventIndex last) const noexcept;

 private:
  struct Switch {
    EventIndex event;
    ThreadId thread;
  };
  struct LoopChange {
    EventIndex event;
    ObjectId loop;
  };
  struct Thread {
    std::vector<EventIndex> boundaries;  // where a step or callback begins or ends
    std::vector<LoopChange> loops;       // where it enters or leaves a loop
    Context now;
  };

  const trace::EventColumns& m_events;
  std::map<ThreadId, Thread> m_threads;
  std::vector<Switch> m_switches;
  Context m_now;
};

}  // namespace loopline::replay
