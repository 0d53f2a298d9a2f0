// The native side of runner.h: run() for C++ coroutines, and tasks with typed results.
#pragma once

#include <string_view>
#include <type_traits>
#include <utility>

#include "loop/runner.h"
#include "loop/task.h"

namespace loopline::loop {

/// A task whose result is known to be a T.
template <class T>
class TaskOf {
 public:
  explicit TaskOf(Ref<Task> task) noexcept : m_task(std::move(task)) {}
  Task* operator->() const noexcept { return m_task.get(); }
  const Ref<Task>& task() const noexcept { return m_task; }
  operator Value() const { return Value(m_task); }  // NOLINT(google-explicit-constructor): a task is a value

  auto operator co_await() const {
    struct Awaiter : FutureAwaiter {
      using FutureAwaiter::FutureAwaiter;
      T await_resume() {
        const Value value = FutureAwaiter::await_resume();
        if constexpr (!std::is_void_v<T>) return from_value<T>(value);
      }
    };
    return Awaiter(m_task);
  }

 private:
  Ref<Task> m_task;
};

/// loop.create_task for a native coroutine.
template <class T>
TaskOf<T> create_task(EventLoop& loop, Coroutine<T> coroutine, std::string_view name = {}) {
  const Value made = loop.create_task(std::move(coroutine).object(), name).value_or_throw();
  return TaskOf<T>(Ref<Task>(made.as<Task>()));
}

template <class T>
struct CoroutineResult;
template <class T>
struct CoroutineResult<Coroutine<T>> {
  using Type = T;
};

template <class Make>
auto run(Runtime& runtime, Make make_coroutine) {
  using Result = typename CoroutineResult<decltype(make_coroutine(std::declval<EventLoop&>()))>::Type;
  const Ref<Runner> runner =
      make<Runner>(runtime, Runner::Hooks{[&runtime] { return Outcome(Value(EventLoop::create(runtime))); }, {}});
  const Value loop = runner->loop().value_or_throw();
  Outcome outcome = runner->run(make_coroutine(*loop.as<EventLoop>()).object());
  if (Ref<Exception> error = runner->close(); error && outcome.ok()) outcome = error;
  const Value result = outcome.value_or_throw();
  if constexpr (!std::is_void_v<Result>) return from_value<Result>(result);
}

}  // namespace loopline::loop
