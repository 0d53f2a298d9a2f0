// What the loops of one run share: threads and clock, counters, the host and the instrument.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "loop/host.h"
#include "loop/instrument.h"
#include "loop/virtual_threads.h"

namespace loopline::loop {

class EventLoop;

/// Signals as a program sees them. Raising one marks it pending and interrupts the main thread; handlers run there.
class Signals {
 public:
  enum class Disposition : std::uint8_t { standard, ignored, handled };
  /// Returns what the handler raised, or null.
  using Handler = std::function<Ref<Exception>(int signal)>;

  explicit Signals(VirtualThreads& threads) : m_threads(threads) {}

  void set(int signal, Disposition disposition, Handler handler = {});
  Disposition disposition(int signal) const;

  /// The loop whose self-pipe hears of every signal (signal.set_wakeup_fd); null for none. It receives the number.
  void set_wakeup(std::function<void(int signal)> wakeup) { m_wakeup = std::move(wakeup); }
  bool has_wakeup() const noexcept { return static_cast<bool>(m_wakeup); }

  void raise(int signal);
  bool has_pending() const noexcept { return !m_pending.empty(); }
  /// Runs the handlers of what is pending, in order of signal number. Called in the main thread only.
  Ref<Exception> handle_pending(Host& host);

  static constexpr int kInterrupt = 2;
  static constexpr int kTerminate = 15;
  static constexpr int kHighest = 64;

 private:
  struct Entry {
    Disposition disposition = Disposition::standard;
    Handler handler;
  };
  VirtualThreads& m_threads;
  std::map<int, Entry> m_entries;
  std::set<int> m_pending;
  std::function<void(int)> m_wakeup;
};

class Runtime {
 public:
  /// `host` and `instrument` are not owned and outlive the runtime; without a host the native defaults serve.
  explicit Runtime(Host* host = nullptr, Instrument* instrument = nullptr);
  /// Event loops that somebody still holds, or a future of theirs, are of no use from then on (whatever needs the
  /// runtime ends the program with a message) but can be let go.
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  Host& host() noexcept { return *m_host; }
  /// Null when nobody watches; checked before every event, so that an unwatched run pays one predictable branch.
  Instrument* instrument() const noexcept { return m_instrument; }
  void set_instrument(Instrument* instrument) noexcept { m_instrument = instrument; }

  Time now() const noexcept { return threads.now(); }
  ObjectId new_object_id() noexcept { return ++m_last_object; }
  std::uint64_t next_task_number() noexcept { return ++m_last_task_number; }
  std::uint64_t next_turn() noexcept { return ++m_turns; }
  std::uint64_t turns() const noexcept { return m_turns; }
  // For EventLoop only.
  void loop_begins(EventLoop& loop) { m_loops.push_back(&loop); }
  void loop_ends(EventLoop& loop) noexcept { std::erase(m_loops, &loop); }
  EventNumber last_event() const noexcept { return m_instrument != nullptr ? m_instrument->last_event() : 0; }

  VirtualThreads threads;
  Signals signals;

 private:
  Host m_native_host;
  Host* m_host;
  Instrument* m_instrument;
  ObjectId m_last_object = 0;
  std::uint64_t m_last_task_number = 0;
  std::uint64_t m_turns = 0;
  std::vector<EventLoop*> m_loops;  // those alive
};

}  // namespace loopline::loop
