#include "loop/event_loop.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "loop/executor.h"
#include "loop/running_loop.h"
#include "loop/task.h"
#include "task_step.h"

namespace loopline::loop {

namespace {

// CPython's MAXIMUM_SELECT_TIMEOUT: a longer wait takes an idle turn a day.
constexpr Duration kLongestSelect = std::chrono::hours(24);
// A step longer than this blocks the loop for all to see (asyncio's default slow_callback_duration).
constexpr Duration kSlowStep = std::chrono::milliseconds(100);

/// Stops the loop when the future it runs for is done.
class StopWhenDone final : public Callback {
 public:
  Ref<Exception> call(EventLoop& loop, Future* completed) override {
    if (!completed->is_cancelled()) {
      const Outcome outcome = completed->exception();
      // Those have left run_forever already.
      if (outcome.ok() && outcome.value().is_object(ObjectKind::exception) &&
          outcome.value().as<Exception>()->leaves_the_loop()) {
        return nullptr;
      }
    }
    loop.stop();
    return nullptr;
  }
  std::string name() const override { return "run_until_complete.done"; }
};

}  // namespace

Ref<EventLoop> EventLoop::create(Runtime& runtime, std::string label) {
  return Ref<EventLoop>(new EventLoop(runtime, std::move(label)));
}

EventLoop::EventLoop(Runtime& runtime, std::string label)
    : Container(ObjectKind::event_loop),
      m_runtime(&runtime),
      m_instrument(runtime.instrument()),
      m_label(std::move(label)),
      m_id(runtime.new_object_id()) {
  m_runtime->loop_begins(*this);
  if (instrument() != nullptr) instrument()->loop_made(m_id, m_label);
}

EventLoop::~EventLoop() {
  clear_ready();
  m_scheduled.clear();
  if (m_runtime != nullptr) m_runtime->loop_ends(*this);
}

void EventLoop::lose_runtime() noexcept {
  m_runtime = nullptr;
  m_instrument = nullptr;
  m_closed = true;
}

void EventLoop::refuse_without_runtime() noexcept {
  std::fputs("loopline: an event loop, or a future of it, was used after its Runtime had ended\n", stderr);
  std::abort();
}

Ref<Exception> EventLoop::check_closed() const {
  return m_closed ? host().make_exception(ExceptionKind::runtime_error, "Event loop is closed") : nullptr;
}

Ref<Exception> EventLoop::check_can_run() const {
  if (m_closed) return check_closed();
  if (is_running()) {
    return host().make_exception(ExceptionKind::runtime_error, "This event loop is already running");
  }
  if (!is_foreign && find_running_loop(*m_runtime) != nullptr) {
    return host().make_exception(ExceptionKind::runtime_error,
                                 "Cannot run the event loop while another loop is running");
  }
  return nullptr;
}

Ref<Exception> EventLoop::run_forever() {
  if (Ref<Exception> error = check_can_run()) return error;
  const Ref<EventLoop> keep(this);
  m_thread = &m_runtime->threads.current();
  m_outer = std::exchange(m_thread->running_loop, this);
  if (instrument() != nullptr) instrument()->loop_changed(m_id, LoopChange::started);
  bool leaves = false;
  do {
    leaves = run_once();
  } while (!leaves && !m_stopping);
  m_stopping = false;
  m_thread->running_loop = std::exchange(m_outer, nullptr);
  m_thread = nullptr;
  if (instrument() != nullptr) instrument()->loop_changed(m_id, LoopChange::stopped);
  return std::move(m_leaving);
}

Outcome EventLoop::run_until_complete(const Value& awaitable) {
  if (Ref<Exception> error = check_can_run()) return error;
  const bool was_future = is_future(awaitable);
  Outcome ensured = ensure_future(awaitable);
  if (!ensured.ok()) return ensured;
  const Ref<Future> future(ensured.value().as<Future>());
  // Not finishing is an error below: the pending task need not be reported as well.
  if (!was_future && future->kind() == ObjectKind::task) static_cast<Task&>(*future).set_logs_destroy_pending(false);
  const Ref<StopWhenDone> stopper = make<StopWhenDone>();
  future->add_done_callback(stopper);
  Ref<Exception> leaving = run_forever();
  if (leaving) {
    if (!was_future && future->is_done() && !future->is_cancelled()) static_cast<void>(future->exception());
    future->remove_done_callback(*stopper);
    return leaving;
  }
  future->remove_done_callback(*stopper);
  if (!future->is_done()) {
    return host().make_exception(ExceptionKind::runtime_error, "Event loop stopped before Future completed.");
  }
  return future->result();
}

void EventLoop::stop() {
  m_stopping = true;
  if (instrument() != nullptr) instrument()->loop_changed(m_id, LoopChange::stopping);
}

Ref<Exception> EventLoop::close() {
  if (is_running()) return host().make_exception(ExceptionKind::runtime_error, "Cannot close a running event loop");
  if (m_closed) return nullptr;
  m_closed = true;
  if (instrument() != nullptr) instrument()->loop_changed(m_id, LoopChange::closed);
  clear_ready();
  m_scheduled.clear();
  m_io.clear();
  m_self_pipe.clear();
  m_has_news = false;
  m_executor_shut_down = true;
  if (m_default_executor) std::exchange(m_default_executor, nullptr)->shutdown(false);
  while (!m_signal_handlers.empty()) remove_signal_handler(m_signal_handlers.begin()->first);
  return nullptr;
}

// ---- one turn ------------------------------------------------------------------------------------------------------

/// One iteration. Callbacks are called only here (in run_ready); everything else appends to the ready queue, and what
/// is appended while callbacks run waits for the next turn.
[[gnu::always_inline]] inline bool EventLoop::run_once() {
  m_scheduled.drop_cancelled();
  const std::uint64_t turn = m_runtime->next_turn();
  if (select()) [[unlikely]]
    return true;
  // The loop's own reader of the self-pipe is no news to anybody.
  std::size_t own = 0;
  if (!m_callbacks_first || looks_around()) [[likely]] {
    own = m_has_news && !m_self_pipe.empty() ? 1 : 0;
    if (m_has_news) [[unlikely]]
      collect_io();
    if (!m_scheduled.empty()) move_due_timers();
  }
  if (instrument() != nullptr) [[unlikely]]
    instrument()->turn_begins(m_id, turn, m_ready.size() - own);
  return run_ready();
}

/// Waits for the first of: the next timer, I/O, a wake-up from another thread. Returns at once if anything is ready.
[[gnu::always_inline]] inline bool EventLoop::select() {
  if (m_runtime->signals.has_pending() && handle_signals()) return true;
  if (!m_ready.empty() || m_stopping || (!m_scheduled.empty() && m_scheduled.first_due() <= time())) [[likely]] {
    return !m_runtime->threads.is_alone() && m_runtime->threads.yield() == Wake::ended && end_of_run();
  }
  if (m_has_news) return false;
  return wait_in_select();
}

bool EventLoop::wait_in_select() {
  VirtualThreads& threads = m_runtime->threads;
  std::optional<Time> deadline;
  if (m_stops_when_idle && static_cast<std::ptrdiff_t>(m_scheduled.live()) + outside_work <= 0) {
    m_stopping = true;
    return false;
  }
  if (!m_scheduled.empty()) deadline = std::min(m_scheduled.first_due(), saturating_add(time(), kLongestSelect));
  if (instrument() != nullptr) [[unlikely]]
    instrument()->select_begins(m_id, deadline.value_or(kForever));
  for (;;) {
    m_selecting = true;
    const Wake wake = threads.block(deadline, Blocking::select);
    m_selecting = false;
    if (wake == Wake::ended) return end_of_run();
    const bool interrupted = m_runtime->signals.has_pending() && m_thread == &threads.main();
    if (!interrupted) return false;
    if (handle_signals()) return true;
    if (m_has_news) return false;
  }
}

bool EventLoop::handle_signals() {
  if (m_thread != &m_runtime->threads.main()) return false;
  Ref<Exception> raised = m_runtime->signals.handle_pending(host());
  return raised && leave_with(std::move(raised));
}

bool EventLoop::leave_with(Ref<Exception> exception) {
  m_leaving = std::move(exception);
  return true;
}

bool EventLoop::end_of_run() { return leave_with(host().make_exception(ExceptionKind::fatal, "the run has ended")); }

/// Where callbacks come first: whether it is time for timers and I/O, since no callback is left, or since callbacks
/// have had five milliseconds (which is looked at after every thousand of them, as in gevent).
bool EventLoop::looks_around() noexcept {
  m_callbacks_run += m_ready.size();
  if (!m_ready.empty() && (m_callbacks_run < 1000 || time() < m_callbacks_since + std::chrono::milliseconds(5))) {
    if (m_callbacks_run >= 1000) m_callbacks_run = 0;
    return false;
  }
  m_callbacks_run = 0;
  m_callbacks_since = time();
  return true;
}

void EventLoop::collect_io() {
  m_has_news = false;
  // What the selector reports is scheduled by the turn that is about to begin.
  const EventNumber turn_event = m_runtime->last_event() + 1;
  if (!m_self_pipe.empty()) {
    retain();
    m_ready.push({this, nullptr}, turn_event);
  }
  while (!m_io.empty()) {
    Ref<Handle> handle = make<Handle>(*this, std::move(m_io.front()));
    m_io.pop_front();
    handle->m_run_kind = RunKind::io;
    m_ready.push({handle.detach(), nullptr}, turn_event);
  }
}

void EventLoop::move_due_timers() {
  const Time now = time();
  const Instrument* watching = instrument();
  while (!m_scheduled.empty() && m_scheduled.first_due() <= now) {
    const ReadyEntry entry{m_scheduled.pop().detach(), nullptr};
    if (watching != nullptr) [[unlikely]] {
      m_ready.push(entry, watching->last_event() + 1);
    } else {
      m_ready.push(entry);
    }
  }
}

/// An entry is kept until the next one is taken, as CPython keeps its handle: only then what it held may die.
[[gnu::always_inline]] inline bool EventLoop::run_ready() {
  if (instrument() != nullptr || m_debug) [[unlikely]]
    return run_ready_watched();
  VirtualThread& thread = *m_thread;
  ReadyEntry last;
  bool leaves = false;
  for (std::size_t todo = m_ready.size(); todo > 0; --todo) {
    const ReadyEntry entry = m_ready.pop();
    release_entry(last);
    last = entry;
    if (entry.what->kind() == ObjectKind::task) [[likely]] {
      const Task::Stepped stepped = static_cast<Task&>(*entry.what).step_quietly(entry.completed, *this, thread);
      if (stepped == Task::Stepped::pauses) {
        last.what = nullptr;  // its reference goes back into the queue
        m_ready.push({entry.what, nullptr});
        continue;
      }
      leaves = stepped == Task::Stepped::leaves;
    } else {
      leaves = run_entry(entry);
    }
    if (leaves) [[unlikely]]
      break;
  }
  release_entry(last);
  return leaves;
}

bool EventLoop::run_ready_watched() {
  VirtualThread& thread = *m_thread;
  Instrument* const watching = instrument();
  ReadyEntry last;
  bool leaves = false;
  for (std::size_t todo = m_ready.size(); todo > 0 && !leaves; --todo) {
    const EventNumber scheduled = m_ready.first_scheduled();
    const ReadyEntry entry = m_ready.pop();
    release_entry(last);
    last = entry;
    const Time began = time();
    if (entry.what->kind() == ObjectKind::task && watching != nullptr) [[likely]] {
      Task& task = static_cast<Task&>(*entry.what);
      const Task::Stepped stepped = task.step_watched(entry.completed, *this, thread, *watching, scheduled);
      if (stepped == Task::Stepped::pauses) [[likely]] {
        last.what = nullptr;  // its reference goes back into the queue
        m_ready.push({entry.what, nullptr}, watching->last_event());
        if (time() == began && !m_debug) [[likely]]
          continue;
      }
      leaves = stepped == Task::Stepped::leaves;
    } else {
      m_running_scheduled = scheduled;
      leaves = run_entry(entry);
    }
    note_duration(entry, began);
  }
  release_entry(last);
  return leaves;
}

[[gnu::noinline]] void EventLoop::note_duration(ReadyEntry entry, Time began) {
  const Duration took = time() - began;
  if (took >= kSlowStep || (m_debug && took >= slow_callback_duration)) note_slow(entry, began);
}

bool EventLoop::run_entry(ReadyEntry entry) {
  switch (entry.what->kind()) {
    case ObjectKind::task: return run_task(static_cast<Task&>(*entry.what), entry);
    case ObjectKind::timer_future: run_timer_future(static_cast<TimerFuture&>(*entry.what)); return false;
    case ObjectKind::handle:
    case ObjectKind::timer_handle: return run_handle(static_cast<Handle&>(*entry.what));
    case ObjectKind::event_loop: read_self_pipe(); return false;
    default:
      return run_callback(*entry.what, static_cast<Callback&>(*entry.what), entry.completed, RunKind::future_callback,
                          0);
  }
}

bool EventLoop::run_task(Task& task, ReadyEntry entry) {
  const Task::Stepped stepped = task.step(entry.completed);
  if (stepped == Task::Stepped::pauses) schedule(task, nullptr);
  return stepped == Task::Stepped::leaves;
}

void EventLoop::run_timer_future(TimerFuture& timer) {
  if (timer.m_timer_cancelled) return;
  if (instrument() != nullptr) [[unlikely]] {
    instrument()->callback_begins(RunKind::timer, timer.await_kind() == AwaitKind::sleep ? "sleep" : "wait_for",
                                  m_running_scheduled, timer.m_timer_id);
  }
  timer.complete_with_none();
}

bool EventLoop::run_handle(Handle& handle) {
  if (handle.m_cancelled) return false;
  handle.m_ran = true;
  const Ref<Callback> callback = handle.m_callback;
  return run_callback(handle, *callback, nullptr, handle.m_run_kind, handle.m_id);
}

namespace {

/// A text as reprlib shortens it: 30 characters, the middle left out.
std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 30;
  constexpr std::size_t kLeft = (kMost - 3) / 2;
  constexpr std::size_t kRight = kMost - 3 - kLeft;
  std::vector<std::size_t> begins;  // of each character
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begins.push_back(i);
  }
  if (begins.size() <= kMost) return text;
  return text.substr(0, begins[kLeft]) + "..." + text.substr(begins[begins.size() - kRight]);
}

/// What the handle of a done-callback that failed shows: it is made for the report only.
class DescribedCallback final : public Callback {
 public:
  DescribedCallback(std::string name, std::string text) : m_name(std::move(name)), m_text(std::move(text)) {}
  Ref<Exception> call(EventLoop& /*loop*/, Future* /*completed*/) override { return nullptr; }
  std::string name() const override { return m_name; }
  std::string describe() const override { return m_text; }

 private:
  std::string m_name;
  std::string m_text;
};

}  // namespace

bool EventLoop::run_callback(Object& handle, Callback& callback, Future* completed, RunKind kind, ObjectId id) {
  if (instrument() != nullptr) [[unlikely]] {
    instrument()->callback_begins(kind, callback.name(), m_running_scheduled, id);
  }
  Ref<Context> context = callback.context();
  Ref<Exception> raised;
  {
    const ContextScope scope(*m_thread, context);
    raised = callback.call(*this, completed);
  }
  // An empty context was not made before somebody needed it: the next call finds it.
  if (context && !callback.context()) callback.set_context(std::move(context));
  if (!raised) return false;
  if (completed == nullptr) return report_callback_error(callback.describe(), handle, std::move(raised));
  // The future that a done-callback was called with stands among its arguments, and it has a handle as any callback.
  std::string what = callback.describe();
  const std::size_t arguments = what.find("()");
  if (arguments != std::string::npos) what.insert(arguments + 1, shortened(host().repr(Value(completed))));
  const Ref<Handle> shown = make<Handle>(*this, make<DescribedCallback>(callback.name(), what));
  return report_callback_error(what, *shown, std::move(raised));
}

bool EventLoop::report_callback_error(const std::string& what, Object& handle, Ref<Exception> raised) {
  if (raised->leaves_the_loop()) return leave_with(std::move(raised));
  ErrorContext context;
  context.kind = WarningKind::callback_error;
  context.exception = std::move(raised);
  context.message = "Exception in callback " + what;
  context.handle = Value(&handle);
  Ref<Exception> leaving = call_exception_handler(context);
  return leaving && leave_with(std::move(leaving));
}

bool EventLoop::step_raised(Task& task, Ref<Exception> raised) {
  return report_callback_error(host().repr(Value(&task)), task, std::move(raised));
}

/// asyncio says so in debug mode only; a recording always does: this is how blocking the loop is recognised.
void EventLoop::note_slow(ReadyEntry entry, Time began) {
  const Duration took = time() - began;
  const ObjectId task = entry.what->kind() == ObjectKind::task ? static_cast<Task&>(*entry.what).id() : 0;
  const bool reported = m_debug && took >= slow_callback_duration;
  if (instrument() != nullptr) {
    const std::string nanoseconds = std::to_string(took.count());
    if (took >= kSlowStep) instrument()->warned(WarningKind::slow_step, task, nanoseconds);
    if (reported) instrument()->warned(WarningKind::slow_callback, task, nanoseconds);
  }
  if (reported) host().slow_callback(*this, Value(entry.what), took);
}

// ---- errors nobody caught ------------------------------------------------------------------------------------------

Ref<Exception> EventLoop::call_exception_handler(const ErrorContext& context) {
  if (m_runtime == nullptr) return nullptr;  // nobody is there any more to hear it
  if (instrument() != nullptr) {
    const bool is_task = context.future.is_object(ObjectKind::task);
    instrument()->warned(context.kind, is_task ? context.future.as<Task>()->id() : 0,
                         context.exception ? context.exception->repr() : std::string());
  }
  Ref<Exception> raised =
      m_exception_handler ? m_exception_handler->call(*this, context) : host().report(*this, context);
  if (!raised || raised->leaves_the_loop() || !m_exception_handler) {
    return raised && raised->leaves_the_loop() ? raised : nullptr;
  }
  ErrorContext second;
  second.message = "Unhandled error in exception handler";
  second.exception = raised;
  raised = host().report(*this, second);
  return raised && raised->leaves_the_loop() ? raised : nullptr;
}

// ---- asynchronous generators, executor, signals, selector ----------------------------------------------------------

void EventLoop::asyncgen_started(AsyncGenerator& generator) { m_asyncgens.push_back(&generator); }

void EventLoop::asyncgen_forgotten(AsyncGenerator& generator) { std::erase(m_asyncgens, &generator); }

void EventLoop::asyncgen_dropped(AsyncGenerator& generator) {
  asyncgen_forgotten(generator);
  if (m_closed) return;
  Ref<CoroutineObject> closing = generator.aclose();
  call_soon_threadsafe(bound_callback(
      "loop.create_task",
      [this](Future*, const Ref<CoroutineObject>& coroutine) { create_task(coroutine).value_or_throw(); },
      std::move(closing)));
}

std::vector<AsyncGenerator*> EventLoop::take_asyncgens() {
  m_asyncgens_shut_down = true;
  return std::exchange(m_asyncgens, {});
}

void EventLoop::set_default_executor(Ref<Executor> executor) { m_default_executor = std::move(executor); }

Ref<Exception> EventLoop::add_signal_handler(int signal, Ref<Callback> callback) {
  if (Ref<Exception> error = check_closed()) return error;
  Ref<Handle> handle = make<Handle>(*this, std::move(callback));
  handle->m_run_kind = RunKind::signal;
  m_signal_handlers[signal] = std::move(handle);
  Signals& signals = m_runtime->signals;
  signals.set(signal, Signals::Disposition::handled, [](int) { return Ref<Exception>(); });
  signals.set_wakeup([this](int raised) { write_to_self(raised); });
  return nullptr;
}

bool EventLoop::remove_signal_handler(int signal) {
  if (m_signal_handlers.erase(signal) == 0) return false;
  m_runtime->signals.set(signal, Signals::Disposition::standard);
  if (m_signal_handlers.empty()) m_runtime->signals.set_wakeup({});
  return true;
}

void EventLoop::read_self_pipe() {
  std::deque<int> bytes;
  bytes.swap(m_self_pipe);
  for (const int signal : bytes) {
    const auto found = m_signal_handlers.find(signal);
    if (found == m_signal_handlers.end()) continue;
    if (found->second->is_cancelled()) {
      remove_signal_handler(signal);
      continue;
    }
    put_ready(found->second, nullptr);
    write_to_self();
  }
}

void EventLoop::write_to_self(int signal) {
  if (m_closed) return;
  m_self_pipe.push_back(signal);
  m_has_news = true;
  if (m_selecting) m_runtime->threads.wake(*m_thread);
}

void EventLoop::io_ready(Ref<Callback> callback) {
  if (m_closed) return;
  m_io.push_back(std::move(callback));
  m_has_news = true;
  if (m_selecting) m_runtime->threads.wake(*m_thread);
}

// ---- references ----------------------------------------------------------------------------------------------------

void EventLoop::clear_ready() noexcept {
  while (!m_ready.empty()) release_entry(m_ready.pop());
}

void EventLoop::visit(Visitor& visitor) const {
  for (std::size_t i = 0; i < m_ready.size(); ++i) {
    visitor.visit(m_ready[i].what);
    visitor.visit(m_ready[i].completed);
  }
  m_scheduled.visit(visitor);
  for (const Ref<Callback>& callback : m_io) visitor.visit(callback.get());
  visitor.visit(m_exception_handler.get());
  visitor.visit(m_task_factory.get());
  visitor.visit(m_default_executor.get());
  for (const auto& [signal, handle] : m_signal_handlers) visitor.visit(handle.get());
  for (const auto& [timer, handle] : m_timer_handles) visitor.visit(handle.get());
}

void EventLoop::drop_references() noexcept {
  clear_ready();
  m_scheduled.clear();
  m_io.clear();
  m_exception_handler = nullptr;
  m_task_factory = nullptr;
  m_default_executor = nullptr;
  m_signal_handlers.clear();
  m_timer_handles.clear();
}

}  // namespace loopline::loop
