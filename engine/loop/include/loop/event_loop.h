// The event loop: PEP 3156, CPython 3.11's base_events.py, turn by turn.
//
// Reading order: run_once() in event_loop.cpp is the whole of it. Its invariant: callbacks are called only there;
// everything else appends to the ready queue.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "loop/callback.h"
#include "loop/coroutine_object.h"
#include "loop/future.h"
#include "loop/host.h"
#include "loop/ready_queue.h"
#include "loop/runtime.h"
#include "loop/time.h"
#include "loop/timer_heap.h"

namespace loopline::loop {

class Executor;
class Task;

/// An asynchronous generator, as far as the loop that iterates it must know it: it closes those left open.
class AsyncGenerator {
 public:
  virtual Ref<CoroutineObject> aclose() = 0;
  virtual Object& object() = 0;

 protected:
  ~AsyncGenerator() = default;
};

/// Script objects that stand in for parts of the loop. They may be part of cycles, hence objects.
class ExceptionHandler : public Container {
 public:
  ExceptionHandler() noexcept : Container(ObjectKind::other) {}
  virtual Ref<Exception> call(EventLoop& loop, const ErrorContext& context) = 0;
};
class TaskFactory : public Container {
 public:
  TaskFactory() noexcept : Container(ObjectKind::other) {}
  virtual Outcome make_task(EventLoop& loop, const Ref<CoroutineObject>& coroutine, const Ref<Context>& context) = 0;
};

/// Methods that a script's class of loops has of its own: what the loop and the library's coroutines do goes through
/// them, as it does in CPython. Each falls back to the loop's own where the class has none.
class LoopMethods {
 public:
  virtual ~LoopMethods() = default;
  /// call_soon(what, completed). False: the loop's own is meant.
  virtual bool schedule(EventLoop& loop, Object& what, Future* completed) = 0;
  virtual Ref<Handle> call_soon(EventLoop& loop, const Ref<Callback>& callback) = 0;
  virtual Ref<Handle> call_at(EventLoop& loop, Time when, const Ref<Callback>& callback) = 0;
  /// `argument` is what the callback is called with.
  virtual Ref<Handle> call_later(EventLoop& loop, Duration delay, const Ref<Callback>& callback, Future* argument) = 0;
  virtual Outcome create_task(EventLoop& loop, const Ref<CoroutineObject>& coroutine, std::string_view name,
                              const Ref<Context>& context) = 0;
};

class EventLoop final : public Container {
 public:
  /// Loops are counted objects: futures and handles keep theirs alive. A loop that is alive when its runtime ends can
  /// only be let go; asking it for anything that needs the runtime ends the program with a message.
  static Ref<EventLoop> create(Runtime& runtime, std::string label = "asyncio");
  ~EventLoop() override;

  Runtime& runtime() const noexcept {
    if (m_runtime == nullptr) [[unlikely]]
      refuse_without_runtime();
    return *m_runtime;
  }
  Host& host() const noexcept { return runtime().host(); }
  Instrument* instrument() const noexcept { return m_instrument; }
  ObjectId id() const noexcept { return m_id; }
  Time time() const noexcept { return runtime().now(); }

  // Running. Errors of use ("This event loop is already running") and what leaves the loop come back as exceptions.
  Ref<Exception> run_forever();
  Outcome run_until_complete(const Value& awaitable);
  void stop();
  bool is_running() const noexcept { return m_thread != nullptr; }
  bool is_closed() const noexcept { return m_closed; }
  Ref<Exception> close();
  /// Inside which it runs, if one of the two is foreign.
  EventLoop* outer() const noexcept { return m_outer; }
  /// The thread that runs the loop, or null.
  VirtualThread* thread() const noexcept { return m_thread; }
  Task* current_task() const noexcept { return m_current_task; }
  /// Null, or RuntimeError('Event loop is closed').
  Ref<Exception> check_closed() const;

  /// Of a script's class; else null.
  std::unique_ptr<LoopMethods> methods;

  // Scheduling. Null results mean the loop is closed: ask check_closed() first where that can be. These are the loop's
  // own; what the library schedules asks `methods` first: schedule_soon() and so on.
  Ref<Handle> call_soon(Ref<Callback> callback);
  Ref<Handle> call_soon(std::function<void()> function);
  Ref<Handle> call_soon_threadsafe(Ref<Callback> callback);
  Ref<TimerHandle> call_at(Time when, Ref<Callback> callback);
  Ref<TimerHandle> call_later(Duration delay, Ref<Callback> callback);
  Ref<TimerHandle> call_later(Duration delay, std::function<void()> function);
  Ref<Handle> schedule_soon(const Ref<Callback>& callback);
  Ref<Handle> schedule_at(Time when, const Ref<Callback>& callback);
  Ref<Handle> schedule_later(Duration delay, const Ref<Callback>& callback);
  /// A future that is completed with None at that time; null if the loop is closed.
  Ref<TimerFuture> create_timer_future(Time when, AwaitKind kind);

  Ref<Future> create_future() { return make<Future>(*this); }
  /// A Task, or whatever the task factory makes, or a create_task of the loop's class.
  Outcome create_task(const Ref<CoroutineObject>& coroutine, std::string_view name = {},
                      Ref<Context> context = nullptr);
  /// The same without asking the class.
  Outcome make_task(const Ref<CoroutineObject>& coroutine, std::string_view name, Ref<Context> context);
  /// The future itself, or a task that awaits the object; TypeError if it cannot be awaited.
  Outcome ensure_future(const Value& awaitable);
  void set_task_factory(Ref<TaskFactory> factory) { m_task_factory = std::move(factory); }
  const Ref<TaskFactory>& task_factory() const noexcept { return m_task_factory; }

  // Errors nobody caught.
  void set_exception_handler(Ref<ExceptionHandler> handler) { m_exception_handler = std::move(handler); }
  const Ref<ExceptionHandler>& exception_handler() const noexcept { return m_exception_handler; }
  /// Hands the report to the handler, else to the host. Null, or what must leave the loop.
  Ref<Exception> call_exception_handler(const ErrorContext& context);

  /// As libev's loop under gevent: all callbacks run, those they add as well, before timers and I/O are looked at.
  void set_callbacks_first(bool first) noexcept { m_callbacks_first = first; }
  /// Stops instead of waiting when there is no timer and nobody else has work for it.
  void set_stops_when_idle(bool stops) noexcept { m_stops_when_idle = stops; }
  /// What is waited for outside the loop: it is not idle meanwhile. Timers that do not count are taken off here.
  int outside_work = 0;

  void set_debug(bool debug) noexcept { m_debug = debug; }
  bool is_debug() const noexcept { return m_debug; }
  /// Of another library (a reactor, a hub, trio): asyncio does not know that it runs. It may run inside another loop.
  bool is_foreign = false;
  Duration slow_callback_duration = std::chrono::milliseconds(100);

  // Asynchronous generators that are being iterated. The loop does not own them.
  void asyncgen_started(AsyncGenerator& generator);
  /// A generator died before its end: a task of the loop closes it.
  void asyncgen_dropped(AsyncGenerator& generator);
  void asyncgen_forgotten(AsyncGenerator& generator);
  std::vector<AsyncGenerator*> take_asyncgens();
  bool asyncgens_were_shut_down() const noexcept { return m_asyncgens_shut_down; }

  // The default executor (executor.h).
  const Ref<Executor>& default_executor() const noexcept { return m_default_executor; }
  void set_default_executor(Ref<Executor> executor);
  bool executor_was_shut_down() const noexcept { return m_executor_shut_down; }
  void note_executor_shutdown() noexcept { m_executor_shut_down = true; }

  // Signals: the handler runs in the loop, one turn after the signal reached the self-pipe.
  Ref<Exception> add_signal_handler(int signal, Ref<Callback> callback);
  bool remove_signal_handler(int signal);

  // The selector's side: simulated I/O of the world reports here, from any thread.
  /// `callback` runs in the loop's next turn, before timers due then. Wakes the loop if it is in select.
  void io_ready(Ref<Callback> callback);
  /// Wakes the loop if it is in select; else its next select returns at once.
  void write_to_self(int signal = 0);

  /// For Runtime only: it ends.
  void lose_runtime() noexcept;

  /// Runs now, in a callback, what a class's own call_soon was given. Null, or what it raised.
  Ref<Exception> call_now(Object& what, Future* completed);
  /// The timer is done with: its handle goes, if it has one.
  void forget_timer(const TimerFuture& timer);

  // For Future and Task only.
  void schedule(Ref<Object> what, Future* completed) {
    if (methods) [[unlikely]] {
      if (methods->schedule(*this, *what, completed)) return;
    }
    put_ready(std::move(what), completed);
  }
  void schedule(Object& what, Future* completed) { schedule(Ref<Object>(&what), completed); }
  /// What a step raised that no future holds: reported, or it leaves the loop (then true).
  bool step_raised(Task& task, Ref<Exception> raised);
  void set_current_task(Task* task) noexcept { m_current_task = task; }
  void timer_cancelled(bool scheduled, ObjectId timer);
  void handle_cancelled(Handle& handle);

  // For the trace and for people looking inside.
  const ReadyQueue& ready() const noexcept { return m_ready; }
  const std::string& label() const noexcept { return m_label; }
  void set_label(std::string label) { m_label = std::move(label); }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  EventLoop(Runtime& runtime, std::string label);
  [[noreturn]] static void refuse_without_runtime() noexcept;

  Ref<Exception> check_can_run() const;
  // These return true when something must leave the loop; m_leaving is it then.
  bool run_once();
  void put_ready(Ref<Object> what, Future* completed) {
    if (completed != nullptr) completed->retain();
    push_ready({what.detach(), completed});
  }
  bool select();
  bool wait_in_select();
  bool handle_signals();
  bool run_ready();
  bool run_ready_watched();
  bool run_task(Task& task, ReadyEntry entry);
  bool run_entry(ReadyEntry entry);
  bool run_handle(Handle& handle);
  void run_timer_future(TimerFuture& timer);
  bool run_callback(Object& handle, Callback& callback, Future* completed, RunKind kind, ObjectId id);
  bool leave_with(Ref<Exception> exception);
  bool end_of_run();
  bool report_callback_error(const std::string& what, Object& handle, Ref<Exception> raised);
  void note_duration(ReadyEntry entry, Time began);
  void note_slow(ReadyEntry entry, Time began);
  void push_ready(ReadyEntry entry) {
    if (const Instrument* watching = instrument(); watching != nullptr) [[unlikely]] {
      m_ready.push(entry, watching->last_event());
    } else {
      m_ready.push(entry);
    }
  }
  void read_self_pipe();
  bool looks_around() noexcept;
  void collect_io();
  void move_due_timers();
  static void release_entry(const ReadyEntry& entry) noexcept {
    if (entry.what != nullptr) entry.what->release();
    if (entry.completed != nullptr) entry.completed->release();
  }
  void clear_ready() noexcept;

  Runtime* m_runtime;  // null once it has ended
  Instrument* m_instrument;
  std::string m_label;
  ObjectId m_id = 0;
  ReadyQueue m_ready;
  EventNumber m_running_scheduled = 0;  // of the entry that runs, when watched
  TimerHeap m_scheduled;
  std::deque<Ref<Callback>> m_io;
  std::deque<int> m_self_pipe;
  bool m_has_news = false;  // something is in m_io or m_self_pipe that no turn has collected
  Ref<Exception> m_leaving;
  Task* m_current_task = nullptr;
  VirtualThread* m_thread = nullptr;
  EventLoop* m_outer = nullptr;  // inside which it runs, if one of the two is foreign
  bool m_selecting = false;
  bool m_stopping = false;
  bool m_callbacks_first = false;
  std::size_t m_callbacks_run = 0;  // in a row
  Time m_callbacks_since{0};
  bool m_stops_when_idle = false;
  bool m_closed = false;
  bool m_debug = false;
  bool m_asyncgens_shut_down = false;
  bool m_executor_shut_down = false;
  Ref<ExceptionHandler> m_exception_handler;
  Ref<TaskFactory> m_task_factory;
  Ref<Executor> m_default_executor;
  std::vector<AsyncGenerator*> m_asyncgens;
  std::map<int, Ref<Handle>> m_signal_handlers;
  std::map<ObjectId, Ref<Handle>> m_timer_handles;  // of timer futures that went through a class's call_later
};

/// Makes a context the current one of a thread for a scope; the task or callback gets back what it left there.
class ContextScope {
 public:
  ContextScope(VirtualThread& thread, Ref<Context>& context) noexcept : m_thread(thread), m_context(context) { swap(); }
  ~ContextScope() { swap(); }
  ContextScope(const ContextScope&) = delete;
  ContextScope& operator=(const ContextScope&) = delete;

 private:
  void swap() noexcept {
    if (m_thread.context != m_context) m_thread.context.swap(m_context);  // mostly both are null
  }
  VirtualThread& m_thread;
  Ref<Context>& m_context;
};

}  // namespace loopline::loop
