// `finally: handle.cancel()` around an await.
#pragma once

#include "loop/future.h"

namespace loopline::loop {

class CancelTimerGuard {
 public:
  explicit CancelTimerGuard(TimerFuture* timer) noexcept : m_timer(timer) {}
  ~CancelTimerGuard() {
    if (m_timer != nullptr) m_timer->cancel_timer();
  }
  CancelTimerGuard(const CancelTimerGuard&) = delete;
  CancelTimerGuard& operator=(const CancelTimerGuard&) = delete;

 private:
  TimerFuture* m_timer;
};

}  // namespace loopline::loop
