#include "contexts.h"

#include <algorithm>

namespace loopline::replay {

using trace::Event;
using trace::Kind;

namespace {

// The last entry at or before an event; null if there is none.
template <class Entry>
const Entry* last_at(const std::vector<Entry>& entries, EventIndex event) noexcept {
  const auto after = std::ranges::upper_bound(entries, event, {}, &Entry::event);
  return after == entries.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

void Contexts::note(EventIndex number, const Event& event) {
  if (event.kind == Kind::thread_switched) {
    m_threads[m_now.thread].now = m_now;
    const auto thread = static_cast<ThreadId>(event.a);
    m_switches.push_back({number, thread});
    m_now = m_threads[thread].now;
    m_now.thread = thread;
    return;
  }
  const ObjectId loop = m_now.loop;
  switch (event.kind) {
    case Kind::loop_started:
    case Kind::turn:
    case Kind::select:
      m_now.loop = static_cast<ObjectId>(event.a);
      m_now.task = 0;
      m_now.callback = 0;
      break;
    case Kind::loop_stopped: m_now = {.thread = m_now.thread}; break;
    case Kind::step_begin:
      m_now.task = event.task;
      m_now.callback = 0;
      break;
    case Kind::step_end: m_now.task = 0; break;
    case Kind::callback_begin:
      m_now.task = 0;
      m_now.callback = number;
      break;
    default: return;
  }
  Thread& thread = m_threads[m_now.thread];
  thread.boundaries.push_back(number);
  if (m_now.loop != loop) thread.loops.push_back({number, m_now.loop});
}

bool Contexts::is_sound(EventIndex last) const noexcept {
  for (const auto& [id, thread] : m_threads) {
    const auto happened = [last](EventIndex event) { return event != 0 && event <= last; };
    if (!std::ranges::all_of(thread.boundaries, happened)) return false;
  }
  return true;
}

ThreadId Contexts::thread_after(EventIndex event) const noexcept {
  const Switch* last = last_at(m_switches, event);
  return last != nullptr ? last->thread : 1;
}

Context Contexts::of_thread(ThreadId id, EventIndex event) const noexcept {
  Context context{.thread = id};
  const auto found = m_threads.find(id);
  if (found == m_threads.end()) return context;
  const Thread& thread = found->second;
  if (const LoopChange* last = last_at(thread.loops, event)) context.loop = last->loop;
  const auto after = std::ranges::upper_bound(thread.boundaries, event);
  if (after == thread.boundaries.begin()) return context;
  const EventIndex boundary = *std::prev(after);
  const Kind kind = m_events.kind(boundary);
  if (kind == Kind::step_begin) {
    context.task = static_cast<ObjectId>(m_events.value(trace::EventColumns::kTask, boundary));
  } else if (kind == Kind::callback_begin) {
    context.callback = boundary;
  }
  return context;
}

Context Contexts::after(EventIndex event) const noexcept { return of_thread(thread_after(event), event); }

Context Contexts::during(EventIndex event) const noexcept {
  Context context = after(event);
  if (event != 0 && m_events.kind(event) == Kind::step_end) {
    context.task = static_cast<ObjectId>(m_events.value(trace::EventColumns::kTask, event));
  }
  return context;
}

}  // namespace loopline::replay
