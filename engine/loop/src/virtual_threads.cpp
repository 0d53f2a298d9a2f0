#include "loop/virtual_threads.h"

#include <algorithm>
#include <cassert>

#include "baton.h"
#include "loop/context.h"

namespace loopline::loop {

VirtualThread::VirtualThread(std::uint32_t id, std::string name)
    : m_id(id), m_name(std::move(name)), m_baton(std::make_unique<Baton>()), m_host(this) {}

VirtualThread::~VirtualThread() = default;

void VirtualThread::drop_references() {
  data.reset();
  context = nullptr;
  stack = nullptr;
  cooperation.reset();
}

VirtualThreads::VirtualThreads() {
  m_threads.push_back(std::make_unique<VirtualThread>(1, "MainThread"));
  m_current = m_threads.front().get();
  m_live.push_back(m_current);
}

VirtualThreads::~VirtualThreads() { end(); }

Time VirtualThreads::read_clock() noexcept {
  if (m_reads < kReadsBeforeSpinning) {
    ++m_reads;
  } else {
    advance(saturating_add(m_now, kSpinStep));
    m_reads = kReadsBeforeSpinning;
  }
  return m_now;
}

void VirtualThreads::advance(Time to) noexcept {
  if (to <= m_now) return;
  m_reads = 0;
  if (to > m_time_limit) {
    if (!m_out_of_time && m_listener != nullptr) m_listener->out_of_time();
    m_out_of_time = true;
    end_run();
    return;
  }
  m_now = to;
}

Wake VirtualThreads::block(std::optional<Time> deadline, Blocking blocking) {
  VirtualThread& me = *m_current;
  if (has_ended()) return Wake::ended;
  if (Cooperation* others = cooperation(blocking)) {
    me.m_cooperates = true;
    me.m_woken = false;
    const Wake wake = others->wait(me, deadline);
    me.m_cooperates = false;
    return wake;
  }
  me.m_deadline = deadline;
  me.m_block_number = ++m_count;
  me.m_blocked = true;
  me.m_woken = false;
  hand_over(*pick());
  me.m_blocked = false;
  if (has_ended()) return Wake::ended;
  return me.m_woken ? Wake::woken : Wake::timed_out;
}

Wake VirtualThreads::yield() {
  if (has_ended()) return Wake::ended;
  if (Cooperation* others = cooperation(Blocking::select)) return others->pause(*m_current);
  while (!m_world.empty() && std::get<Time>(m_world.begin()->first) <= m_now) happen_first();
  if (m_ended) return Wake::ended;
  if (m_run_queue.empty()) return Wake::woken;
  m_run_queue.push_back(m_current);
  hand_over(*pick());
  return has_ended() ? Wake::ended : Wake::woken;
}

void VirtualThreads::terminate(VirtualThread& thread) {
  if (thread.m_finished) return;
  thread.m_terminated = true;
  wake(thread);
}

void VirtualThreads::wake(VirtualThread& thread) {
  if (thread.m_cooperates && !thread.m_woken) {
    thread.m_woken = true;
    return thread.m_host->cooperation->woken(thread);
  }
  if (!thread.m_blocked || thread.m_woken) return;
  thread.m_woken = true;
  thread.m_blocked = false;
  m_run_queue.push_back(&thread);
  m_alone = false;
}

VirtualThread& VirtualThreads::start(std::string name, std::function<void()> body) {
  VirtualThread& thread = add_thread(std::move(name), nullptr, std::move(body));
  if (thread.m_finished) return thread;
  m_run_queue.push_back(&thread);
  m_alone = false;
  return thread;
}

VirtualThread& VirtualThreads::add_greenlet(std::string name, std::function<void()> body) {
  return add_thread(std::move(name), m_current->m_host, std::move(body));
}

VirtualThread& VirtualThreads::add_thread(std::string name, VirtualThread* host, std::function<void()> body) {
  join_finished();
  const auto id = static_cast<std::uint32_t>(m_threads.size() + 1);
  m_threads.push_back(std::make_unique<VirtualThread>(id, std::move(name)));
  VirtualThread& thread = *m_threads.back();
  if (host != nullptr) thread.m_host = host;
  Memory& memory = Memory::current();
  const bool started = thread.m_baton->start([this, &thread, &memory, body = std::move(body)]() mutable -> Baton* {
    return run_thread(thread, std::move(body), memory);
  });
  if (!started) {
    thread.m_finished = true;
    if (m_listener != nullptr) m_listener->out_of_threads();
    end_run();
    return thread;
  }
  m_live.push_back(&thread);
  return thread;
}

Cooperation* VirtualThreads::cooperation(Blocking blocking) noexcept {
  if (!m_cooperation || m_current->is_hub) return nullptr;
  Cooperation* others = m_current->m_host->cooperation.get();
  return others != nullptr && others->covers(blocking) ? others : nullptr;
}

Wake VirtualThreads::switch_to(VirtualThread& next) {
  if (m_ended) return Wake::ended;
  share_loop(next);
  hand_over(next);
  return m_ended ? Wake::ended : Wake::woken;
}

/// To the program all greenlets of a thread are that thread: a loop that runs in one runs for the others as well.
void VirtualThreads::share_loop(VirtualThread& next) noexcept {
  VirtualThread& host = *m_current->m_host;
  if (!m_current->is_hub) host.m_shared_loop = m_current->running_loop;
  if (!next.is_hub) next.running_loop = host.m_shared_loop;
}

/// A thread that ended keeps its stack until it is joined: many in a row must not pile up. The last one may still be
/// the current one: an event of the world that happens before another thread goes on runs on its stack.
void VirtualThreads::join_finished() {
  std::erase_if(m_finished, [this](VirtualThread* thread) {
    if (thread == m_current) return false;
    thread->m_baton->join();
    return true;
  });
}

Baton* VirtualThreads::run_thread(VirtualThread& thread, std::function<void()> body, Memory& memory) {
  const MemoryScope scope(memory);
  if (!m_ended) {
    if (m_listener != nullptr) m_listener->thread_started(thread);
    body();
    if (m_listener != nullptr && !m_ended) m_listener->thread_ended(thread);
  }
  // All that refers to objects of the run goes while this thread has the baton.
  body = nullptr;
  thread.drop_references();
  thread.m_finished = true;
  std::erase(m_live, &thread);
  m_finished.push_back(&thread);
  if (thread.m_successor == nullptr || m_ended) return tell_switch(*pick());
  share_loop(*thread.m_successor);
  return tell_switch(*thread.m_successor);
}

/// The thread that runs next; moves the clock when none is ready.
VirtualThread* VirtualThreads::pick() {
  while (!m_ended) {
    if (!m_run_queue.empty()) {
      VirtualThread* next = m_run_queue.front();
      m_run_queue.pop_front();
      note_others();
      return next;
    }
    VirtualThread* sleeper = earliest_blocked();
    if (!m_world.empty()) {
      const auto first = m_world.begin();
      const auto [when, calm, order] = first->first;
      const bool first_of_all = sleeper == nullptr || when < *sleeper->m_deadline ||
                                (when == *sleeper->m_deadline && (!calm || order < sleeper->m_block_number));
      if (first_of_all) {
        happen_first();
        continue;
      }
    }
    if (sleeper == nullptr) {
      if (m_listener != nullptr) m_listener->deadlocked();
      end_run();
      break;
    }
    advance(saturating_add(*sleeper->m_deadline, kLateness));
    sleeper->m_blocked = false;
    return sleeper;
  }
  return next_to_unwind();
}

/// Moves the clock to the first event of the world and lets it happen.
void VirtualThreads::happen_first() {
  const auto first = m_world.begin();
  const Time when = std::get<Time>(first->first);
  const std::function<void()> happens = std::move(first->second.happens);
  m_world.erase(first);
  note_others();
  advance(when);
  if (!m_ended) happens();
}

VirtualThread* VirtualThreads::earliest_blocked() const noexcept {
  VirtualThread* earliest = nullptr;
  for (VirtualThread* thread : m_live) {
    if (!thread->m_blocked || !thread->m_deadline) continue;
    if (earliest == nullptr || std::pair(*thread->m_deadline, thread->m_block_number) <
                                   std::pair(*earliest->m_deadline, earliest->m_block_number)) {
      earliest = thread;
    }
  }
  return earliest;
}

/// When the run is over, threads unwind one after another; the main thread goes last.
VirtualThread* VirtualThreads::next_to_unwind() noexcept {
  m_run_queue.clear();
  if (m_current != m_threads.front().get() && !m_current->m_finished) return m_current;
  // Among the live ones only: there may have been any number of others.
  for (VirtualThread* thread : m_live) {
    if (thread != m_threads.front().get() && !thread->m_finished) return thread;
  }
  return m_threads.front().get();
}

/// Gives the baton to another thread and waits to get it back.
void VirtualThreads::hand_over(VirtualThread& next) {
  VirtualThread& me = *m_current;
  if (&next == &me) return;
  me.m_baton->pass_to(*tell_switch(next));
}

/// The thread is the current one from here on; what it takes to let it run.
Baton* VirtualThreads::tell_switch(VirtualThread& next) {
  m_current = &next;
  if (m_listener != nullptr && !m_ended) m_listener->thread_switched(next);
  return next.m_baton.get();
}

VirtualThreads::WorldEventId VirtualThreads::at(Time when, std::function<void()> happens, bool urgent) {
  const WorldEventId id = ++m_count;
  m_world.emplace(WorldKey(std::max(when, m_now), !urgent, id), WorldEvent{id, std::move(happens)});
  m_alone = false;
  return id;
}

void VirtualThreads::cancel(WorldEventId id) {
  std::erase_if(m_world, [id](const auto& entry) { return entry.second.id == id; });
  note_others();
}

void VirtualThreads::end() {
  assert(m_current == m_threads.front().get());
  end_run();
  m_world.clear();
  for (VirtualThread* next = next_to_unwind(); next != m_current; next = next_to_unwind()) hand_over(*next);
  join_finished();
}

}  // namespace loopline::loop
