// asyncio.sleep.
#pragma once

#include "loop/coroutine.h"
#include "loop/event_loop.h"

namespace loopline::loop {

/// Awaited, completes after the delay; a delay of zero or less passes one turn without a timer.
class [[nodiscard]] Sleep {
 public:
  Sleep(Runtime& runtime, Duration delay) noexcept : m_runtime(runtime), m_delay(delay) {}
  Sleep(const Sleep&) = delete;
  Sleep& operator=(const Sleep&) = delete;
  ~Sleep() {
    if (m_timer) m_timer->cancel_timer();
  }

  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    if (m_delay <= Duration::zero()) {
      m_frame = &awaiting.promise();
      m_frame->pause();
      return;
    }
    Ref<TimerFuture> timer = start_timer();
    m_frame = &awaiting.promise();
    timer->set_awaited(true);
    m_frame->suspend(*timer);
    m_timer = std::move(timer);
  }
  void await_resume() {
    m_frame->throw_injected();
    if (m_timer) m_timer->result_or_throw();
  }

 private:
  Ref<TimerFuture> start_timer();

  Runtime& m_runtime;
  Duration m_delay;
  FrameBase* m_frame = nullptr;
  Ref<TimerFuture> m_timer;
};

inline Sleep sleep(EventLoop& loop, Duration delay) noexcept { return {loop.runtime(), delay}; }

/// The same as a coroutine with a result, for scripts.
Coroutine<Value> sleep(Runtime& runtime, Duration delay, Value result);

}  // namespace loopline::loop
