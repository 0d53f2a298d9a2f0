// Native programs that mark two moments, A and B: how many turns of the loop lie between is measured and compared with
// CPython 3.11's.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "loop/gather.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "loop/task.h"
#include "testing.h"

namespace loopline::loop::test {

struct Probe {
  Run run;
  std::optional<std::uint64_t> a;
  std::optional<std::uint64_t> b;

  /// Only the first of each counts.
  void mark_a() { a = a.value_or(run.runtime.turns()); }
  void mark_b() { b = b.value_or(run.runtime.turns()); }
};

struct ProbeRow {
  const char* name;  ///< as in the table of measurements: "from A → B"
  std::int64_t turns;
  std::function<Coroutine<void>(Probe& probe, EventLoop& loop)> body;
};

std::span<const ProbeRow> scheduling_probes();
std::span<const ProbeRow> combinator_probes();
std::span<const ProbeRow> cancellation_probes();
std::span<const ProbeRow> synchronisation_probes();

// What the bodies are made of.

inline Coroutine<int> nop() { co_return 1; }
inline Coroutine<int> turns(int count) {
  for (int i = 0; i < count; ++i) co_await yield_once();
  co_return count;
}
inline Coroutine<void> nap(EventLoop& loop, Duration delay) { co_await sleep(loop, delay); }
inline Coroutine<void> nap_then_b(Probe& probe, EventLoop& loop, Duration delay) {
  try {
    co_await sleep(loop, delay);
  } catch (...) {
    probe.mark_b();
    throw;
  }
  probe.mark_b();
}
inline Coroutine<void> say_a(Probe& probe) {
  probe.mark_a();
  co_return;
}
inline Coroutine<void> say_a_and_fail(Probe& probe) {
  probe.mark_a();
  native_error(ExceptionKind::value_error)->rethrow();
  co_return;
}

/// Awaits and marks B if that throws.
inline Coroutine<void> await_then_b(Probe& probe, Ref<Future> future) {
  try {
    co_await future;
  } catch (...) {
    probe.mark_b();
    throw;
  }
}
/// Waits until the future is done without taking part in its end.
inline Coroutine<void> until_done(Ref<Future> future) {
  while (!future->is_done()) co_await yield_once();
}

template <class T>
Value object_of(Coroutine<T> coroutine) {
  return Value(std::move(coroutine).object());
}
inline Ref<Future> gathered(EventLoop& loop, const std::vector<Value>& awaitables) {
  const Value outer = gather(loop, awaitables).value_or_throw();
  return Ref<Future>(outer.as<Future>());
}
inline Ref<Future> gathered(EventLoop& loop, Value only) {
  return gathered(loop, std::vector<Value>(1, std::move(only)));
}

}  // namespace loopline::loop::test
