// Virtual threads, virtual time, and the one deterministic schedule of both (FORMAT.md, choices 1 and 7).
//
// One thread runs at a time. It runs until it blocks; then the next in the run queue does, first in, first out. When
// none can run, the clock moves to the earliest thing that will happen: a blocked thread's deadline (and one
// microsecond more, the lateness of a real selector) or an event of the world (exactly then). When nothing will ever
// happen, that is a deadlock.
//
// What blocks inside native code needs a C++ stack of its own: a fiber, or an OS thread that waits for a baton
// (baton.h). Nothing shared by the threads of a run is locked. Greenlets are threads as well, but no part of the
// schedule: of a host and its greenlets one runs (or blocks, and all of them with it), and it says who goes on.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "loop/object.h"
#include "loop/time.h"

namespace loopline::loop {

class Baton;
class Context;
class EventLoop;
class VirtualThread;
class VirtualThreads;

/// Why a block() returned.
enum class Wake : std::uint8_t {
  woken,
  timed_out,
  ended,  ///< the run is over (a deadlock, a limit, the end of the main thread): unwind, run nothing
};

/// What a thread blocks in.
enum class Blocking : std::uint8_t { other, lock, select };

/// How the greenlets of a thread share it where blocking was made cooperative: who would block lets the others run.
class Cooperation {
 public:
  virtual ~Cooperation() = default;
  virtual bool covers(Blocking blocking) const noexcept = 0;
  /// As VirtualThreads::block(): until woken() or the deadline.
  virtual Wake wait(VirtualThread& me, std::optional<Time> deadline) = 0;
  /// As VirtualThreads::yield().
  virtual Wake pause(VirtualThread& me) = 0;
  /// Somebody woke a thread that is in wait(). Called in any thread.
  virtual void woken(VirtualThread& thread) = 0;
};

/// Data that a layer above attaches to a thread (the script's frames). Destroyed with the thread.
class ThreadData {
 public:
  virtual ~ThreadData() = default;
};

class VirtualThread {
 public:
  VirtualThread(std::uint32_t id, std::string name);
  ~VirtualThread();
  VirtualThread(const VirtualThread&) = delete;
  VirtualThread& operator=(const VirtualThread&) = delete;

  /// 1 is the main thread; others follow in the order of their start.
  std::uint32_t id() const noexcept { return m_id; }
  const std::string& name() const noexcept { return m_name; }
  void set_name(std::string name) { m_name = std::move(name); }
  bool is_blocked() const noexcept { return m_blocked; }
  /// The thread whose turn it shares: the thread itself unless it is a greenlet.
  VirtualThread& host() noexcept { return *m_host; }
  bool is_greenlet() const noexcept { return m_host != this; }
  /// It was told to end at once: it unwinds without running anything of the program's.
  bool is_terminated() const noexcept { return m_terminated; }
  /// Whom the program takes it for: a greenlet is its host, until threads were made cooperative as well.
  VirtualThread& identity() noexcept { return m_host->greenlets_are_threads ? *this : *m_host; }
  /// Lets go of all that refers to objects of the run.
  void drop_references();

  EventLoop* running_loop = nullptr;  ///< the loop that runs in this thread now
  Ref<Context> context;               ///< the current context; null: an empty one that nobody needed yet
  std::unique_ptr<ThreadData> data;
  Ref<Object> stack;                         ///< the layer above's name for it, if it switches between greenlets
  std::unique_ptr<Cooperation> cooperation;  ///< of a host
  bool greenlets_are_threads = false;        ///< of a host
  bool is_hub = false;                       ///< has a loop of its own beside the one its host's greenlets share

 private:
  friend class VirtualThreads;

  std::uint32_t m_id;
  std::string m_name;
  std::unique_ptr<Baton> m_baton;  // to go on in it
  VirtualThread* m_host;
  VirtualThread* m_successor = nullptr;  // of a greenlet: who goes on when it ends
  EventLoop* m_shared_loop = nullptr;    // of a host: the loop that its greenlets see running
  std::optional<Time> m_deadline;
  std::uint64_t m_block_number = 0;
  bool m_blocked = false;
  bool m_woken = false;
  bool m_finished = false;
  bool m_terminated = false;
  bool m_cooperates = false;  // in Cooperation::wait()
};

class VirtualThreads {
 public:
  /// What the schedule tells its owner. Called in whichever thread is current.
  class Listener {
   public:
    virtual ~Listener() = default;
    virtual void thread_started(VirtualThread&) {}
    virtual void thread_switched(VirtualThread&) {}
    virtual void thread_ended(VirtualThread&) {}
    /// Nothing will ever happen again. The run ends after this.
    virtual void deadlocked() {}
    /// The clock passed the limit. The run ends after this.
    virtual void out_of_time() {}
    /// The machine gave no thread, though can_start() said yes. The run ends after this.
    virtual void out_of_threads() {}
  };

  VirtualThreads();
  /// Every thread but the first must have ended: see end().
  ~VirtualThreads();
  VirtualThreads(const VirtualThreads&) = delete;
  VirtualThreads& operator=(const VirtualThreads&) = delete;

  void set_listener(Listener* listener) noexcept { m_listener = listener; }

  Time now() const noexcept { return m_now; }
  /// The clock as the program reads it: a program that reads it more than a thousand times while it stands still is
  /// waiting for it to move, and each further read moves it by a millisecond.
  Time read_clock() noexcept;
  /// Work that takes time by the world's rules.
  void spend(Duration duration) noexcept { advance(saturating_add(m_now, duration)); }
  void set_time_limit(Time limit) noexcept { m_time_limit = limit; }

  VirtualThread& current() noexcept { return *m_current; }
  VirtualThread& main() noexcept { return *m_threads.front(); }
  /// Those that have not ended, in order of their start.
  const std::vector<VirtualThread*>& live() const noexcept { return m_live; }

  /// Ends another thread as a process is killed: what it blocks on, or would block on next, gives Wake::ended.
  void terminate(VirtualThread& thread);

  /// Blocks the current thread until wake() or the deadline.
  Wake block(std::optional<Time> deadline, Blocking blocking = Blocking::other);
  /// Lets what is due in the world happen and the threads that are ready run first.
  Wake yield();
  /// Whether a yield() would do nothing.
  bool is_alone() const noexcept { return m_alone; }
  /// Puts a blocked thread at the end of the run queue; nothing if it is not blocked.
  void wake(VirtualThread& thread);
  /// Starts a thread: it is queued behind those that are ready and runs `body` on a stack of its own.
  VirtualThread& start(std::string name, std::function<void()> body);
  /// Makes a greenlet of the current thread's host: it runs when it is first switched to.
  VirtualThread& add_greenlet(std::string name, std::function<void()> body);
  /// Goes on in another greenlet of the same host (or the host itself) and returns when somebody switches back.
  Wake switch_to(VirtualThread& next);
  /// Where to go on when the current greenlet's body has returned.
  void set_successor(VirtualThread& next) noexcept { m_current->m_successor = &next; }
  /// Threads that block may have to let greenlets run: is_alone() no longer tells.
  void note_cooperation() noexcept { m_cooperation = true, m_alone = false; }
  /// Whether another thread may be started: no more than kMostThreads live at once.
  bool can_start() const noexcept { return m_live.size() < kMostThreads; }
  static constexpr std::size_t kMostThreads = 2000;

  using WorldEventId = std::uint64_t;
  /// Calls `happens` when the clock gets to `when` and every thread is blocked or yields. Ties go by order of calls,
  /// except that an urgent event precedes threads due at the same instant.
  WorldEventId at(Time when, std::function<void()> happens, bool urgent = false);
  void cancel(WorldEventId id);

  /// Ends every thread but the main one: each unwinds from where it is blocked. Called by the main thread.
  void end();
  /// From now on block() returns Wake::ended, in every thread.
  void end_run() noexcept {
    m_ended = true;
    m_alone = false;
  }
  /// The run, or the current thread's part of it, is over: nothing of the program's may run any more.
  bool has_ended() const noexcept { return m_ended || m_current->m_terminated; }

  static constexpr Duration kLateness = std::chrono::microseconds(1);

 private:
  struct WorldEvent {
    WorldEventId id;
    std::function<void()> happens;
  };
  using WorldKey = std::tuple<Time, bool, std::uint64_t>;  // when, not urgent, order

  VirtualThread& add_thread(std::string name, VirtualThread* host, std::function<void()> body);
  Cooperation* cooperation(Blocking blocking) noexcept;
  void share_loop(VirtualThread& next) noexcept;
  VirtualThread* pick();
  VirtualThread* earliest_blocked() const noexcept;
  VirtualThread* next_to_unwind() noexcept;
  void hand_over(VirtualThread& next);
  Baton* tell_switch(VirtualThread& next);
  Baton* run_thread(VirtualThread& thread, std::function<void()> body, Memory& memory);
  void note_others() noexcept { m_alone = m_run_queue.empty() && m_world.empty() && !m_ended && !m_cooperation; }
  void happen_first();
  void join_finished();
  void advance(Time to) noexcept;

  static constexpr int kReadsBeforeSpinning = 1000;
  static constexpr Duration kSpinStep = std::chrono::milliseconds(1);

  Time m_now{0};
  Time m_time_limit = kForever;
  int m_reads = 0;
  bool m_ended = false;
  bool m_alone = true;  // no other thread is ready, no event of the world planned, and the run goes on
  bool m_out_of_time = false;
  bool m_cooperation = false;
  std::uint64_t m_count = 0;
  Listener* m_listener = nullptr;
  VirtualThread* m_current = nullptr;
  std::vector<std::unique_ptr<VirtualThread>> m_threads;
  std::vector<VirtualThread*> m_live;      // not finished, in order of their start
  std::vector<VirtualThread*> m_finished;  // finished, not joined yet
  std::deque<VirtualThread*> m_run_queue;
  std::map<WorldKey, WorldEvent> m_world;
};

}  // namespace loopline::loop
