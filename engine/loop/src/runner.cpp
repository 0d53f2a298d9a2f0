#include "loop/runner.h"

#include "loop/executor.h"
#include "loop/gather.h"
#include "loop/running_loop.h"

namespace loopline::loop {

// ---- the end of a loop ----------------------------------------------------------------------------------------------

Coroutine<void> shutdown_asyncgens(Held<EventLoop> loop) {
  const std::vector<AsyncGenerator*> generators = loop->take_asyncgens();
  if (generators.empty()) co_return;
  std::vector<Ref<Object>> kept;
  std::vector<Value> closing;
  for (AsyncGenerator* generator : generators) {
    kept.emplace_back(&generator->object());
    closing.emplace_back(generator->aclose());
  }
  Value gathered = gather(*loop, closing, true).value_or_throw();
  closing.clear();
  auto future = co_await hold(Ref<GatheringFuture>(gathered.as<GatheringFuture>()));
  gathered.reset();
  co_await Ref<Future>(future.ref());
  const std::vector<Ref<Future>>& children = future->children();
  for (std::size_t i = 0; i < children.size(); ++i) {
    Exception* failure = children[i]->peek_exception();
    if (failure == nullptr || !failure->is(ExceptionKind::exception)) continue;
    ErrorContext context;
    context.message =
        "an error occurred during closing of asynchronous generator " + loop->host().repr(Value(kept[i].get()));
    context.exception = Ref<Exception>(failure);
    context.asyncgen = Value(kept[i].get());
    if (Ref<Exception> leaving = loop->call_exception_handler(context)) leaving->rethrow();
  }
}

Coroutine<void> shutdown_default_executor(Held<EventLoop> loop) {
  loop->note_executor_shutdown();
  const Ref<Executor> executor = loop->default_executor();
  if (!executor) co_return;
  auto done = co_await hold(loop->create_future());
  done->describe(AwaitKind::executor);
  const Ref<Future> future = done.ref();
  // Waiting for the workers blocks, so a thread does it and tells the loop.
  loop->runtime().threads.start("Thread-shutdown", [executor, future] {
    executor->shutdown(true);
    EventLoop& target = future->loop();
    if (target.is_closed() || target.runtime().threads.has_ended()) return;
    target.call_soon_threadsafe(bound_callback(
        "Future.set_result", [](Future*, const Ref<Future>& done) { done->complete_with_none(); }, future));
  });
  static_cast<void>(loop->runtime().threads.yield());
  co_await done.ref();
}

std::vector<Ref<Task>> all_tasks(EventLoop& loop) {
  std::vector<Ref<Task>> tasks;
  Memory::current().for_each_container([&](Container& container) {
    if (container.kind() != ObjectKind::task) return;
    auto& task = static_cast<Task&>(container);
    if (&task.loop() == &loop && !task.is_done()) tasks.emplace_back(&task);
  });
  return tasks;
}

// ---- Runner ---------------------------------------------------------------------------------------------------------

Runner::Runner(Runtime& runtime, Hooks hooks, std::optional<bool> debug)
    : Container(ObjectKind::runner), m_runtime(runtime), m_hooks(std::move(hooks)), m_debug(debug) {}

Ref<Exception> Runner::initialize() {
  if (m_state == State::closed) {
    return m_runtime.host().make_exception(ExceptionKind::runtime_error, "Runner is closed");
  }
  if (m_state == State::initialized) return nullptr;
  Outcome made = m_hooks.new_event_loop();
  if (!made.ok()) return made.error();
  m_loop = Ref<EventLoop>(made.value().as<EventLoop>());
  if (m_hooks.set_event_loop) m_hooks.set_event_loop(m_loop.get());
  if (m_debug) m_loop->set_debug(*m_debug);
  m_context = copy_context(m_runtime.threads.current().context);
  m_state = State::initialized;
  return nullptr;
}

Outcome Runner::loop() {
  if (Ref<Exception> error = initialize()) return error;
  return Value(m_loop);
}

Outcome Runner::run(const Ref<CoroutineObject>& coroutine, Ref<Context> context) {
  if (find_running_loop(m_runtime) != nullptr) {
    return m_runtime.host().make_exception(ExceptionKind::runtime_error,
                                           "Runner.run() cannot be called from a running event loop");
  }
  if (Ref<Exception> error = initialize()) return error;
  Outcome made = m_loop->create_task(coroutine, {}, context ? std::move(context) : m_context);
  if (!made.ok()) return made;
  if (!made.value().is_object(ObjectKind::task)) return m_loop->run_until_complete(made.value());
  return run_task(*made.value().as<Task>());
}

/// The first interrupt cancels the main task; the next one, or one that comes when it is done, raises.
Outcome Runner::run_task(Task& task) {
  Signals& signals = m_runtime.signals;
  const bool handles_interrupt = &m_runtime.threads.current() == &m_runtime.threads.main() &&
                                 signals.disposition(Signals::kInterrupt) == Signals::Disposition::standard;
  m_interrupts = 0;
  if (handles_interrupt) {
    signals.set(Signals::kInterrupt, Signals::Disposition::handled, [this, &task](int) -> Ref<Exception> {
      if (++m_interrupts == 1 && !task.is_done()) {
        m_runtime.host().cancel(task, Value());
        m_loop->call_soon_threadsafe(make<FunctionCallback>("runner.wakeup", [](Future*) {}));
        return nullptr;
      }
      return m_runtime.host().make_exception(ExceptionKind::keyboard_interrupt, "");
    });
  }
  Outcome outcome = m_loop->run_until_complete(Value(&task));
  // What one run set is there in the next. An empty context was not made before somebody needed it.
  if (!m_context) m_context = task.context();
  if (handles_interrupt) signals.set(Signals::kInterrupt, Signals::Disposition::standard);
  if (!outcome.ok() && outcome.error()->is(ExceptionKind::cancelled_error) && m_interrupts > 0 &&
      task.uncancel() == 0) {
    Ref<Exception> interrupt = m_runtime.host().make_exception(ExceptionKind::keyboard_interrupt, "");
    interrupt->set_context(outcome.error());
    return interrupt;
  }
  return outcome;
}

Ref<Exception> Runner::close() {
  if (m_state != State::initialized) return nullptr;
  Ref<Exception> raised = shut_down();
  if (m_hooks.set_event_loop) m_hooks.set_event_loop(nullptr);
  Ref<Exception> error = m_hooks.close_event_loop ? m_hooks.close_event_loop(*m_loop) : m_loop->close();
  if (error && !raised) raised = std::move(error);
  m_loop = nullptr;
  m_state = State::closed;
  return raised;
}

Ref<Exception> Runner::shut_down() {
  if (m_runtime.threads.has_ended()) return nullptr;  // nothing runs any more, least of all what tasks do at their end
  if (Ref<Exception> raised = cancel_all_tasks()) return raised;
  Outcome outcome = m_loop->run_until_complete(
      Value(shutdown_asyncgens(Held<EventLoop>(m_loop)).named("loop.shutdown_asyncgens", m_runtime).object()));
  if (!outcome.ok()) return outcome.error();
  outcome = m_loop->run_until_complete(Value(
      shutdown_default_executor(Held<EventLoop>(m_loop)).named("loop.shutdown_default_executor", m_runtime).object()));
  return outcome.error();
}

Ref<Exception> Runner::cancel_all_tasks() {
  const std::vector<Ref<Task>> tasks = all_tasks(*m_loop);
  if (tasks.empty()) return nullptr;
  std::vector<Value> awaitables;
  for (const Ref<Task>& task : tasks) {
    m_runtime.host().cancel(*task, Value());
    awaitables.emplace_back(task);
  }
  Outcome outcome = gather(*m_loop, awaitables, true);
  if (outcome.ok()) outcome = m_loop->run_until_complete(outcome.value());
  if (!outcome.ok()) return outcome.error();
  for (const Ref<Task>& task : tasks) {
    if (task->is_cancelled()) continue;
    const Outcome exception = task->exception();
    if (!exception.ok() || exception.value().is_none()) continue;
    ErrorContext context;
    context.kind = WarningKind::shutdown_error;
    context.message = "unhandled exception during asyncio.run() shutdown";
    context.exception = Ref<Exception>(exception.value().as<Exception>());
    context.future = Value(task);
    context.is_task = true;
    if (Ref<Exception> leaving = m_loop->call_exception_handler(context)) return leaving;
  }
  return nullptr;
}

void Runner::visit(Visitor& visitor) const {
  visitor.visit(m_loop.get());
  visitor.visit(m_context.get());
}

void Runner::drop_references() noexcept {
  m_loop = nullptr;
  m_context = nullptr;
}

}  // namespace loopline::loop
