// A small event loop that runs programs made of a dozen operations and records them: for tests that need whole runs,
// with a truth to compare with that does not come from the recording. Turns, timers and wake-ups follow asyncio's
// rules.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "recording.h"

namespace loopline::test {

struct Op {
  enum class What : std::uint8_t {
    line,     // number: the line that runs
    sleep,    // number: nanoseconds; 0: a bare yield
    block,    // number: nanoseconds in time.sleep
    print,    // text
    spawn,    // number: program; the new task is the next of `children`
    join,     // number: which of the children to await
    gather,   // numbers: programs; awaits them all
    cancel,   // number: which of the children
    acquire,  // number: lock
    release,  // number: lock
    put,      // number: queue
    get,      // number: queue
    call,     // text: function, number: line of its def
    leave,    // out of it
    set,      // text: variable, value
    raise,    // text: repr; ends the task
  };
  What what = What::line;
  std::int64_t number = 0;
  std::string text = {};
  std::string value = {};
  std::vector<std::size_t> numbers = {};
};
struct Program {
  std::string coroutine;
  std::vector<Op> ops;
};

/// What is true of a task between two events.
enum class TaskTruth : std::uint8_t { ready, running, waiting, done, raised, cancelled };

class MiniLoop {
 public:
  using ObjectId = trace::ObjectId;

  struct Task {
    ObjectId id = 0;
    std::size_t program = 0, at = 0;
    TaskTruth state = TaskTruth::ready;
    trace::Awaited waits = {};
    std::vector<ObjectId> children = {};
    std::vector<ObjectId> waiters = {};  // tasks that await it
    ObjectId gather = 0;                 // the gather it belongs to
    std::vector<std::uint32_t> frames = {};
    std::map<std::uint32_t, std::map<std::string, std::string>> variables = {};  // by frame
    std::uint32_t line = 0;
    bool must_cancel = false, started = false, wakes = false;
  };
  MiniLoop(trace::Recorder& recorder, std::vector<Program> programs, trace::Detail detail = trace::Detail::full);

  /// Called before each event, when everything that belongs to the one before it has happened.
  std::function<void()> before_event;

  /// Runs program 0 as asyncio.run does, to the end of the recording; false if it ended in a deadlock.
  bool run();

  // The truth, for before_event.
  const std::map<ObjectId, Task>& tasks() const { return m_tasks; }
  /// Tasks and callbacks (0) in the ready queue.
  std::vector<ObjectId> ready() const;
  /// Timers that will fire: due times.
  std::vector<std::int64_t> timers() const;
  bool has_lock(std::size_t lock) const { return m_locks.contains(lock); }
  bool has_queue(std::size_t queue) const { return m_queues.contains(queue); }
  ObjectId holder(std::size_t lock) const { return m_locks.at(lock).holder; }
  std::int64_t items(std::size_t queue) const { return m_queues.at(queue).items; }
  ObjectId lock_id(std::size_t lock) const { return m_locks.at(lock).id; }
  ObjectId queue_id(std::size_t queue) const { return m_queues.at(queue).id; }
  std::uint64_t turn() const { return m_turn; }
  const std::vector<std::string>& printed() const { return m_printed; }
  trace::EventNumber event() const { return m_recording.recorder.last_event(); }
  std::int64_t time() const { return m_recording.time; }

 private:
  struct Handle {
    ObjectId task = 0;  // 0: a callback
    trace::RunKind kind = trace::RunKind::callback;
    std::string name;
    std::int64_t scheduled = 0;
    ObjectId id = 0;
    std::function<void()> body;
  };
  struct Timer {
    std::int64_t due = 0;
    ObjectId id = 0;
    ObjectId task = 0, future = 0;
    bool cancelled = false;
  };
  struct Lock {
    ObjectId id = 0, holder = 0;
    std::deque<ObjectId> waiters;
  };
  struct Queue {
    ObjectId id = 0;
    std::int64_t items = 0;
    std::deque<ObjectId> getters;
  };
  struct Gather {
    ObjectId task = 0;
    std::size_t left = 0;
  };

  void tick();
  bool full() const { return m_detail == trace::Detail::full; }
  Lock& lock(std::int64_t number);
  Queue& queue(std::int64_t number);
  ObjectId make_task(std::size_t program, ObjectId parent, const std::string& coroutine = {});
  void schedule(ObjectId task, trace::RunKind kind);
  void schedule(const std::string& name, trace::RunKind kind, std::function<void()> body);
  void wake(ObjectId task);
  bool turn_once();
  void run_until_complete(ObjectId task);
  void step(const Handle& handle);
  bool advance(Task& task);  // one operation; false when the step is over
  bool suspend(Task& task, const trace::Awaited& what);
  void finish(Task& task, trace::StepEnd how, const std::string& value);
  void enter(Task& task, const std::string& function, std::int64_t line);
  void leave_frames(Task& task, bool by_exception);
  void cancel(ObjectId victim, ObjectId by);
  bool acquire(Task& task, Lock& lock);
  void release(Task& task, Lock& lock);
  std::int64_t last() const { return m_recording.last(); }
  template <class... Arguments>
  void record(trace::Kind kind, Arguments... arguments) {
    tick();
    m_recording.add(kind, arguments...);
  }

  Recording m_recording;
  trace::Detail m_detail;
  std::vector<Program> m_programs;
  std::map<ObjectId, Task> m_tasks;
  std::deque<Handle> m_ready;
  std::vector<Timer> m_timers;
  std::map<std::size_t, Lock> m_locks;
  std::map<std::size_t, Queue> m_queues;
  std::map<ObjectId, Gather> m_gathers;
  std::vector<std::string> m_printed;
  ObjectId m_next_id = 2;  // 1 is the loop
  std::uint64_t m_task_numbers = 0;
  std::uint64_t m_turn = 0;
  std::uint32_t m_frames = 0;
  bool m_stop = false;
};

}  // namespace loopline::test
