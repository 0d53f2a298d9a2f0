// asyncio.run and Runner: CPython 3.11 runners.py.
#pragma once

#include <functional>

#include "loop/context.h"
#include "loop/coroutine.h"
#include "loop/event_loop.h"

namespace loopline::loop {

/// The library's two coroutines for the end of a loop.
Coroutine<void> shutdown_asyncgens(Held<EventLoop> loop);
Coroutine<void> shutdown_default_executor(Held<EventLoop> loop);

/// Controls a loop's life: makes it, runs coroutines in it, and at the end cancels what is left and closes it.
class Runner final : public Container {
 public:
  /// How a loop is made and made known as the thread's current one (asyncio.set_event_loop).
  struct Hooks {
    std::function<Outcome()> new_event_loop;
    std::function<void(EventLoop*)> set_event_loop = nullptr;
    /// Closes the loop: what is to be said of it is said there. Without it EventLoop::close.
    std::function<Ref<Exception>(EventLoop&)> close_event_loop = nullptr;
  };
  Runner(Runtime& runtime, Hooks hooks, std::optional<bool> debug = std::nullopt);

  /// The coroutine's result; errors of use are RuntimeErrors.
  Outcome run(const Ref<CoroutineObject>& coroutine, Ref<Context> context = nullptr);
  /// The loop, made on first use.
  Outcome loop();
  /// Null, or what left the shutdown.
  Ref<Exception> close();

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  enum class State : std::uint8_t { created, initialized, closed };
  Ref<Exception> initialize();
  Ref<Exception> shut_down();
  Ref<Exception> cancel_all_tasks();
  Outcome run_task(Task& task);

  Runtime& m_runtime;
  Hooks m_hooks;
  std::optional<bool> m_debug;
  State m_state = State::created;
  Ref<EventLoop> m_loop;
  Ref<Context> m_context;
  int m_interrupts = 0;
};

/// All tasks of a loop that are not done, in order of creation.
std::vector<Ref<Task>> all_tasks(EventLoop& loop);

/// asyncio.run for native code: makes a loop, runs the coroutine that `make` returns, closes the loop.
/// Throws what the coroutine threw.
template <class Make>
auto run(Runtime& runtime, Make make);

}  // namespace loopline::loop

#include "loop/runner_native.h"
